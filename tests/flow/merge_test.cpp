#include <doctest/doctest.h>
#include <fmt/format.h>

#include "flow/check.h"
#include "flow/enroll.h"
#include "flow/record.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::listed;
using test::Office;
using test::output_of;

struct Step {
  std::string section;
  std::string answer;
  yaml::EditKind kind = yaml::EditKind::set;
};

const Step steps[] = {
    {"changes", "on: 2026-04-11\nkind: absent\nfrom: 2026-04-01\nto: 2026-04-10\n", yaml::EditKind::append},
    {"objectives", "on: 2026-03-05\nwith: [luca-bianchi]\nskills:\n  - skill: team-work\n    aim: Lead\n",
     yaml::EditKind::append},
    {"midterm", "on: 2026-05-30\nby: [luca-bianchi]\nskills:\n  - skill: team-work\n    level: 3\n"},
    {"evaluation", "sent: 2026-08-10\n", yaml::EditKind::extend},
    {"participation", "stated:\n  on: 2026-08-27\n  tasks: [Dug the beds]\n", yaml::EditKind::extend},
    {"self-assessment",
     "on: 2026-08-20\nskills:\n"
     "  - {skill: team-work, level: 4, reason: I led}\n  - {skill: empathy, level: 3, reason: I listened}\n"
     "  - {skill: flexibility, level: 3, reason: It rained}\n  - {skill: responsibility, level: 3, reason: I kept "
     "keys}\n"
     "  - {skill: autonomy, level: 3, reason: I opened alone}\n"},
};

/// A workspace in git with one case that was enrolled by guerdon.
struct Repository : Office {
  Repository() {
    Enrolments made = enroll(root, workspace(), test::today,
                             {{{"name", {"Zofia", {}}},
                               {"project", {"Garden", {}}},
                               {"from", {"2026-03-02", {}}},
                               {"to", {"2026-08-28", {}}},
                               {"on", {"2026-02-10", {}}}}},
                             {.source = "<enrolment>", .on = test::today}, test::counted_random());
    found = {made.enrolled.at(0).id.text, made.enrolled.at(0).path};
    git("init -q -b main");
    git("config user.name Luca && git config user.email luca@example.org");
    commit("Enrol");
  }

  std::string git(const std::string& what) const {
    return output_of(fmt::format("cd '{}' && git {}", path().string(), what));
  }
  void commit(const std::string& what) const { git(fmt::format("add -A && git commit -q -m '{}'", what)); }

  void record_on_branch(const Step& step, const std::string& branch) const {
    git("checkout -q -b " + branch + " main");
    Diagnostics findings;
    const auto answer = read_answer("a.yaml", step.answer, step.section, findings);
    const Recorded out = record_step(root, found, test::today, answer.value(), {step.section, step.kind});
    if (!out.saved) throw std::runtime_error(listed(out.findings));
    commit(step.section);
  }

  FoundCase found;
};

TEST_CASE("Two branches that fill different sections of one case merge cleanly, and the record checks green") {
  for (std::size_t first = 0; first < std::size(steps); ++first) {
    for (std::size_t second = first + 1; second < std::size(steps); second += 2) {
      CAPTURE(steps[first].section);
      CAPTURE(steps[second].section);
      const Repository repository;
      repository.record_on_branch(steps[first], "one");
      repository.record_on_branch(steps[second], "two");
      CHECK_NOTHROW(repository.git("merge -q --no-edit one"));
      const std::string text = repository.read(repository.found.path);
      for (const std::size_t step : {first, second})
        CHECK(text.find(fmt::format("\n{}:\n", steps[step].section)) != std::string::npos);
      CHECK(text.find("\nenrolment:\n") != std::string::npos);
      CHECK(listed(check(repository.root, {.today = test::today}, test::importer()).findings).empty());
    }
  }
}

TEST_CASE("Six branches that each fill a section merge one after the other into the record of one hand") {
  const Repository repository;
  for (const Step& step : steps)
    repository.record_on_branch(step, "by-" + step.section);
  repository.git("checkout -q main");
  for (const Step& step : steps)
    CHECK_NOTHROW(repository.git("merge -q --no-edit by-" + step.section));
  CHECK(listed(check(repository.root, {.today = test::today}, test::importer()).findings).empty());
  const std::string text = repository.read(repository.found.path);
  std::size_t at = 0;
  for (const Step& step : steps) {
    const std::size_t section = text.find(fmt::format("\n{}:\n", step.section));
    REQUIRE(section != std::string::npos);
    CHECK(at < section);
    at = section;
  }
}

}  // namespace
}  // namespace guerdon
