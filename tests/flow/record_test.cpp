#include "flow/record.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>

#include "flow/sample.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

using test::error_of;
using test::listed;
using test::Office;
using test::replaced;
using test::today;

/// The base case without the section that begins with `key` up to its next blank line, comments of a person put in.
std::string case_without(const std::string& key) {
  std::string text = test::base_case_text();
  const std::size_t begin = text.find('\n' + key + ":\n") + 1;
  const std::size_t end = text.find("\n\n", begin) + 2;
  text.erase(begin, end - begin);
  return text;
}

const std::string midterm_answer =
    "on: 2026-05-30\n"
    "by: [luca-bianchi]\n"
    "skills:\n"
    "  - skill: Team work\n"
    "    level: 3\n";

Recorded record_text(const Office& office, const FoundCase& found, const std::string& text, const Entry& entry) {
  Recorded out;
  auto answer = read_answer("answer.yaml", text, entry.section, out.findings);
  if (!answer) return out;
  return record_step(office.root, found, today, std::move(*answer), entry);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);)
    out.push_back(line);
  return out;
}

TEST_CASE("A step goes under its banner, and every other byte stays") {
  const Office office;
  std::string before = case_without("midterm");
  before = replaced(before, "  introduced: 2026-02-10\n", "  introduced:   2026-02-10    # told in the first talk\n");
  before = replaced(before, "\nobjectives:\n", "\n# Spoke of it twice.\nobjectives:\n");
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", before);
  const Recorded out = record_text(office, found, midterm_answer, {"midterm"});
  CHECK(listed(out.findings).empty());
  CHECK(out.saved);
  const std::string banner = yaml::banner("midterm") + '\n';
  CHECK(office.read(found.path) == replaced(before, banner,
                                            banner + "midterm:\n"
                                                     "  on: 2026-05-30\n"
                                                     "  by: [luca-bianchi]\n"
                                                     "  skills:\n"
                                                     "    - skill: team-work\n"
                                                     "      level: 3\n"
                                                     "\n"));
}

TEST_CASE("A file with carriage returns keeps them") {
  const Office office;
  const std::string before = replaced(case_without("midterm"), "\n", "\r\n");
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", before);
  CHECK(record_text(office, found, midterm_answer, {"midterm"}).saved);
  const std::string after = office.read(found.path);
  CHECK(std::count(after.begin(), after.end(), '\n') == std::count(after.begin(), after.end(), '\r'));
}

TEST_CASE("Where the banner was deleted the section goes before the next known one") {
  const Office office;
  const std::string before = replaced(case_without("midterm"), yaml::banner("midterm") + '\n', "");
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", before);
  CHECK(record_text(office, found, midterm_answer, {"midterm"}).saved);
  const std::string after = office.read(found.path);
  const std::size_t midterm = after.find("\nmidterm:\n");
  CHECK(after.find("\nobjectives:\n") < midterm);
  CHECK(midterm < after.find(yaml::banner("evaluation form")));
  const auto old_lines = lines_of(before);
  const auto new_lines = lines_of(after);
  CHECK(std::includes(new_lines.begin(), new_lines.end(), old_lines.begin(), old_lines.begin()));
  std::size_t kept = 0;
  for (const std::string& line : new_lines) {
    if (kept < old_lines.size() && line == old_lines[kept]) ++kept;
  }
  CHECK(kept == old_lines.size());
}

TEST_CASE("A step that is recorded already is refused with its date") {
  const Office office;
  const FoundCase found = office.add_case();
  const std::string before = office.read(found.path);
  const Error error = error_of([&] { record_text(office, found, midterm_answer, {"midterm"}); });
  CHECK(error.failure() == Failure::refused);
  CHECK(error.finding().message == "the midterm is recorded already, dated 2026-05-30");
  CHECK(error.finding().hint == "to write this section anew: the same command with --replace");
  CHECK(error.finding().where.path == found.path);
  CHECK(office.read(found.path) == before);
}

TEST_CASE("A section that is written anew shows what went and what came, and no other line changes") {
  const Office office;
  const FoundCase found = office.add_case();
  const std::string before = office.read(found.path);
  const std::string answer = replaced(midterm_answer, "level: 3", "level: 4");
  const Recorded out = record_text(office, found, answer, {.section = "midterm", .replace = true});
  CHECK(out.saved);
  CHECK(office.read(found.path) ==
        replaced(before, "      level: 3\n      note: Still waits to be asked\n", "      level: 4\n"));
  CHECK(out.difference.find("-      level: 3\n-      note: Still waits to be asked\n+      level: 4\n") !=
        std::string::npos);
  CHECK(out.difference.starts_with("@@ line "));
}

TEST_CASE("What is wrong with an answer is told at the answer's own lines, and the file stays") {
  const Office office;
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_without("midterm"));
  const std::string before = office.read(found.path);
  const struct {
    std::string answer;
    std::string finding;
  } faults[] = {
      {replaced(midterm_answer, "Team work", "juggling"),
       "answer.yaml:4:12: error: `juggling` is not a skill of glore-1 [skills.known]\n"},
      {replaced(midterm_answer, "2026-05-30", "2026-05-32"), "answer.yaml:1:5: error: `2026-05-32` is not a date"},
      {replaced(midterm_answer, "by:", "bye:"), "answer.yaml:2:1: error: `bye`"},
      {replaced(midterm_answer, "luca-bianchi", "lucca-bianchi"), "answer.yaml:2:6: error: "},
  };
  for (const auto& [answer, finding] : faults) {
    const Recorded out = record_text(office, found, answer, {"midterm"});
    CHECK_FALSE(out.saved);
    CHECK_MESSAGE(listed(out.findings).find(finding) != std::string::npos, listed(out.findings));
    CHECK(out.sources.at("answer.yaml") == answer);
    CHECK(office.read(found.path) == before);
  }
}

TEST_CASE("A list grows at its end") {
  const Office office;
  const FoundCase found = office.add_case();
  const std::string answer =
      "on: 2026-04-10\nwith: [luca-bianchi]\nskills:\n  - skill: autonomy\n    aim: Open alone\n";
  const Recorded out = record_text(office, found, answer, {"objectives", yaml::EditKind::append});
  CHECK(listed(out.findings).empty());
  CHECK(out.saved);
  const std::string aim = "        aim: Lead the Saturday group on my own by June\n";
  CHECK(office.read(found.path) == replaced(test::base_case_text(), aim,
                                            aim + "  - on: 2026-04-10\n"
                                                  "    with: [luca-bianchi]\n"
                                                  "    skills:\n"
                                                  "      - skill: autonomy\n"
                                                  "        aim: Open alone\n"));
}

TEST_CASE("A list that is not there yet is begun") {
  const Office office;
  const FoundCase found = office.add_case();
  const std::string answer = "rule: midterm.window\nby: luca-bianchi\non: 2026-06-01\nbecause: She was ill\n";
  CHECK(record_text(office, found, answer, {"waivers", yaml::EditKind::append}).saved);
  CHECK(office.read(found.path) == test::base_case_text() +
                                       "waivers:\n"
                                       "  - rule: midterm.window\n"
                                       "    by: luca-bianchi\n"
                                       "    on: 2026-06-01\n"
                                       "    because: She was ill\n");
}

TEST_CASE("A block grows by the keys that are new; a key that is there is refused with its date") {
  const Office office;
  std::string before = replaced(test::base_case_text(), "  returned: 2026-08-18\n", "");
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", before);
  const Entry entry{"evaluation", yaml::EditKind::extend};
  CHECK(record_text(office, found, "returned: 2026-08-20\n", entry).saved);
  CHECK(office.read(found.path) ==
        replaced(before, "  sent: 2026-08-10\n", "  sent: 2026-08-10\n  returned: 2026-08-20\n"));
  const Error error = error_of([&] { record_text(office, found, "sent: 2026-08-11\n", entry); });
  CHECK(error.finding().message == "`sent` of the evaluation is recorded already, dated 2026-08-10");
}

TEST_CASE("A dry run says what would come and writes nothing") {
  const Office office;
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_without("midterm"));
  const std::string before = office.read(found.path);
  const Recorded out = record_text(office, found, midterm_answer, {.section = "midterm", .dry_run = true});
  CHECK_FALSE(out.saved);
  CHECK(out.findings.empty());
  CHECK(out.next.empty());
  CHECK(office.read(found.path) == before);
}

TEST_CASE("A fault that was there before does not stop another step") {
  const Office office;
  const std::string before = replaced(case_without("midterm"), "by: luca-bianchi", "by: somebody-else");
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", before);
  const Recorded out = record_text(office, found, midterm_answer, {"midterm"});
  CHECK(listed(out.findings).empty());
  CHECK(out.saved);
}

}  // namespace
}  // namespace guerdon
