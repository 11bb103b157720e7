#include "flow/answer.h"

#include <doctest/doctest.h>

#include "flow/sample.h"
#include "flow/validation_path.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

using test::listed;
using test::Office;
using test::Scene;
using test::today;

struct Bench {
  Office office;
  Scene scene{office, office.add_case()};
  Diagnostics findings;

  Answer completed(const std::string& text, std::string_view section) {
    auto answer = read_answer("answer.yaml", text, section, findings);
    if (!answer) throw std::runtime_error(listed(findings));
    complete_answer(*answer, section, scene.record, scene.scheme(), today, findings);
    return *answer;
  }

  std::string stored(const std::string& text, std::string_view section) {
    return yaml::emit(completed(text, section).value, 0);
  }
};

TEST_CASE("A section comes with its key, without it, or as a list of one") {
  const std::string block = "on: 2026-05-30\nby: [luca-bianchi]\n";
  const std::string with_key = "midterm:\n  on: 2026-05-30\n  by: [luca-bianchi]\n";
  const std::string as_list = "- on: 2026-05-30\n  by: [luca-bianchi]\n";
  Diagnostics findings;
  const auto value = read_answer("a", block, "midterm", findings);
  for (const std::string& text : {with_key, as_list}) {
    CAPTURE(text);
    const auto other = read_answer("a", text, "midterm", findings);
    REQUIRE(other.has_value());
    CHECK(yaml::same_content(value->value, other->value));
    CHECK(other->text == text);
  }
  CHECK(findings.empty());
}

TEST_CASE("An empty answer is refused with the command that prints one to fill in") {
  for (const char* text : {"", "# only a comment\n", "midterm:\n"}) {
    CAPTURE(text);
    Diagnostics findings;
    CHECK_FALSE(read_answer("a.yaml", text, "midterm", findings).has_value());
    CHECK(listed(findings) == "a.yaml:1:1: error: the answer is empty [format]\n");
    CHECK(findings.items().front().hint == "the same command with --template prints one to fill in");
  }
}

TEST_CASE("An answer that is no YAML is reported at its own lines") {
  Diagnostics findings;
  CHECK_FALSE(read_answer("<stdin>", "on: 1\non: 2\n", "midterm", findings).has_value());
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.items().front().where.path == "<stdin>");
  CHECK(findings.items().front().where.place.line == 2);
}

TEST_CASE("What a template leaves open is no text; on the command line it is one") {
  Bench bench;
  const std::string text =
      "on: 2026-05-30\nby: [luca-bianchi, …]\nskills:\n  - skill: teamwork\n    note: |\n      …\n";
  bench.completed(text, "midterm");
  CHECK(listed(bench.findings).find("answer.yaml:2:20: error: an item of the list was not filled in") !=
        std::string::npos);
  CHECK(listed(bench.findings).find("answer.yaml:5:11: error: `note` was not filled in") != std::string::npos);
  CHECK_FALSE(make_answer("waivers", yaml::block({{"because", yaml::text("…")}})).from_file);
}

TEST_CASE("An answer that says nothing holds the day that it is given") {
  Bench bench;
  Answer answer = make_answer("awareness", yaml::block({}));
  complete_answer(answer, "awareness", bench.scene.record, bench.scene.scheme(), today, bench.findings);
  REQUIRE(answer.value.find("on") != nullptr);
  CHECK(answer.value.find("on")->scalar == today.to_string());
}

TEST_CASE("Skills and levels are stored by id and number, however they were written") {
  Bench bench;
  const std::string text =
      "on: 2026-05-30\n"
      "by: [luca-bianchi]\n"
      "skills:\n"
      "  - skill: TEAM work\n"
      "    level: work-ready\n"
      "  - skill: conflict_management\n"
      "    level: \"4\"\n"
      "  - skill: flexibility\n"
      "    level: 5\n";
  const std::string stored = bench.stored(text, "midterm");
  CHECK(listed(bench.findings).empty());
  CHECK(stored ==
        "on: 2026-05-30\n"
        "by: [luca-bianchi]\n"
        "skills:\n"
        "  - skill: team-work\n"
        "    level: 3\n"
        "  - skill: conflict-management\n"
        "    level: 4\n"
        "  - skill: flexibility\n"
        "    level: 5\n");
}

TEST_CASE("An unknown skill and an unknown level are reported where they stand, with what is near") {
  Bench bench;
  bench.completed("skills:\n  - skill: teamwrok\n    level: 6\n", "midterm");
  CHECK(listed(bench.findings) ==
        "answer.yaml:2:12: error: `teamwrok` is not a skill of glore-1 [skills.known]\n"
        "answer.yaml:3:12: error: `6` is not a level of the scale [skills.known]\n");
  CHECK(bench.findings.items()[0].hint.starts_with("did you mean `team-work`"));
  CHECK(bench.findings.items()[1].hint ==
        "the scale: `1 Starting`, `2 Developing`, `3 Intermediate (Work Ready)`, `4 Good` or `5 Advanced`");
}

/// As a Bench, under LEVER UP.
std::string stored_of_path(const std::string& text, std::string_view section, Diagnostics& findings) {
  const test::ValidationPath path;
  auto answer = read_answer("answer.yaml", text, section, findings);
  if (!answer) return {};
  complete_answer(*answer, section, path.record(), path.scheme(), today, findings);
  return yaml::emit(answer->value, 0);
}

TEST_CASE("Competences and outcomes are stored by id, however they were written") {
  Diagnostics findings;
  CHECK(stored_of_path("on: 2026-03-20\ncompetences:\n  - competence: Team work\n    outcome: Accomplished\n"
                       "  - competence: organisation & planning\n    outcome: 3\n",
                       "identification", findings) ==
        "on: 2026-03-20\ncompetences:\n  - competence: teamwork\n    outcome: accomplished\n"
        "  - competence: organisation-and-planning\n    outcome: expert\n");
  CHECK(stored_of_path("on: 2026-06-03\ncompetences:\n  - competence: Empathy\n    outcome: Not reached\n",
                       "assessments", findings) ==
        "on: 2026-06-03\ncompetences:\n  - competence: empathy\n    outcome: not-reached\n");
  CHECK(listed(findings).empty());
}

TEST_CASE("Nobody sees herself as not having reached a competence; that is for an assessment to find") {
  Diagnostics findings;
  stored_of_path("competences:\n  - competence: teamwrok\n    outcome: not-reached\n", "identification", findings);
  CHECK(listed(findings) ==
        "answer.yaml:2:17: error: `teamwrok` is not a competence of lever-up-1 [competences.known]\n"
        "answer.yaml:3:14: error: `not-reached` is not an outcome of lever-up-1 [competences.known]\n");
  CHECK(findings.items()[1].hint == "an outcome is `basic`, `accomplished` or `expert`");
}

TEST_CASE("A story under any spelling of STARRT is stored as one, and one told twice is left to the reader") {
  for (const char* spelling : {"STARRTT", "Starrt", "starrtt", "starrt"}) {
    CAPTURE(spelling);
    Diagnostics findings;
    CHECK(stored_of_path(std::string("on: 2026-05-10\nevidence: []\nexperiences:\n  - experience: a\n    ") + spelling +
                             ":\n      task: Dug\n",
                         "documentation", findings)
              .find("    starrt:\n      task: Dug\n") != std::string::npos);
  }
  Diagnostics findings;
  const std::string twice =
      "on: 2026-05-10\nevidence: []\nexperiences:\n  - experience: a\n    STARRT:\n      task: "
      "Dug\n    starrtt:\n      task: Dug\n";
  CHECK(stored_of_path(twice, "documentation", findings).find("STARRT:") != std::string::npos);
}

TEST_CASE("A portfolio told anew keeps its evidence unless it speaks of that") {
  Diagnostics findings;
  CHECK(stored_of_path("on: 2026-05-11\n", "documentation", findings).find("rota.pdf") != std::string::npos);
  CHECK(stored_of_path("on: 2026-05-11\nevidence: []\n", "documentation", findings).find("rota.pdf") ==
        std::string::npos);
}

TEST_CASE("A missing date becomes today; a date that stands there stays") {
  Bench bench;
  CHECK(bench.stored("by: [luca-bianchi]\n", "midterm") == "on: 2026-08-29\nby: [luca-bianchi]\n");
  CHECK(bench.stored("by: [luca-bianchi]\non: 2026-05-30\n", "midterm") == "by: [luca-bianchi]\non: 2026-05-30\n");
  CHECK(bench.stored("sent: 2026-08-10\n", "evaluation") == "sent: 2026-08-10\n");
  CHECK(bench.stored("stated:\n  tasks: [Dug]\n", "participation") == "stated:\n  on: 2026-08-29\n  tasks: [Dug]\n");
}

TEST_CASE("What was claimed comes from the self-assessment unless the validation says it") {
  Bench bench;
  CHECK(
      bench.stored("on: 2026-08-25\nskills:\n  - skill: empathy\n    agreed: 4\n  - skill: team-work\n    claimed: 2\n"
                   "    agreed: 3\n  - skill: autonomy\n    agreed: 3\n",
                   "validation") ==
      "on: 2026-08-25\n"
      "skills:\n"
      "  - skill: empathy\n"
      "    claimed: 3\n"
      "    agreed: 4\n"
      "  - skill: team-work\n"
      "    claimed: 2\n"
      "    agreed: 3\n"
      "  - skill: autonomy\n"
      "    agreed: 3\n");
}

TEST_CASE("An answer that flags made holds the text that will be written") {
  const Answer answer =
      make_answer("midterm", yaml::block({{"on", yaml::bare("2026-05-30")}, {"by", yaml::row({"luca-bianchi"})}}));
  CHECK(answer.path == "<midterm>");
  CHECK(answer.text == "on: 2026-05-30\nby: [luca-bianchi]\n");
  CHECK(answer.value.find("by")->place.line == 2);
}

TEST_CASE("Every template of the scheme, filled in, is YAML without a hole") {
  Bench bench;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(bench.office.path() / "schemes/glore-1/answers")) {
    CAPTURE(entry.path().filename().string());
    ++count;
    const std::string text = answer_template(read_file(entry.path()), bench.scene.record, bench.scene.scheme(), today);
    CHECK(text.find('{') == std::string::npos);
    Diagnostics findings;
    CHECK_MESSAGE(yaml::parse("t.yaml", text, findings).has_value(), listed(findings));
  }
  CHECK(count == 9);
}

TEST_CASE("The template of a mid-term names who coordinates and begins with her objectives") {
  Bench bench;
  REQUIRE_FALSE(bench.scene.record.objectives.empty());
  const std::string text = answer_template(test::source_text("templates/glore/answers/midterm.yaml"),
                                           bench.scene.record, bench.scene.scheme(), today);
  CHECK(text.find("by: [luca-bianchi]\n") != std::string::npos);
  for (const auto& aim : bench.scene.record.objectives.front().skills)
    CHECK(text.find("  - skill: " + aim.skill.value + "\n    level: LEVEL") != std::string::npos);
  CHECK(text.find("SKILL\n") == std::string::npos);
}

TEST_CASE("The template of a validation lists what was claimed, ready to be agreed on") {
  Bench bench;
  const std::string text = answer_template(test::source_text("templates/glore/answers/validation.yaml"),
                                           bench.scene.record, bench.scene.scheme(), today);
  CHECK(text.find("on: 2026-08-29\n") != std::string::npos);
  CHECK(text.find("  - skill: empathy\n    claimed: 3\n    agreed: 3\n") != std::string::npos);
  bench.completed(text, "validation");
  CHECK(listed(bench.findings).empty());
}

}  // namespace
}  // namespace guerdon
