#include <doctest/doctest.h>

#include "flow/answer.h"
#include "flow/sample.h"
#include "flow/validation_path.h"

namespace guerdon {
namespace {

using test::listed;
using test::source_text;

/// A case of LEVER UP on the day of its enrolment.
struct Path : test::ValidationPath {
  Path() : ValidationPath("awareness:") {}

  [[nodiscard]] std::string blank(const std::string& section) const {
    return answer_template(source_text("templates/lever-up/answers/" + section + ".yaml"), record(), scheme(),
                           test::today);
  }

  /// Records a filled-in answer; what speaks against it, empty when it was saved without a word.
  [[nodiscard]] std::string recorded(const std::string& section, std::string text) const {
    Diagnostics findings;
    auto answer = read_answer("answer.yaml", std::move(text), section, findings);
    if (!answer) return listed(findings);
    const bool is_list = section == "assessments";
    const Recorded out = record_step(root, found, test::today, std::move(*answer),
                                     {section, is_list ? yaml::EditKind::append : yaml::EditKind::set});
    return listed(out.findings) + (out.saved ? "" : "not saved\n");
  }
};

std::string all_replaced(std::string text, std::initializer_list<std::pair<const char*, const char*>> words) {
  for (const auto& [from, to] : words) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + std::string(to).size()))
      text.replace(at, std::string(from).size(), to);
  }
  return text;
}

TEST_CASE("Each answer of a validation path, filled in, is accepted") {
  const Path path;
  const auto fill = [&](const std::string& section, std::initializer_list<std::pair<const char*, const char*>> words) {
    CAPTURE(section);
    const std::string text = all_replaced(path.blank(section), words);
    CHECK_MESSAGE(path.recorded(section, text).empty(), path.recorded(section, text) << text);
  };
  fill("awareness", {{"2026-08-29", "2026-03-05"}, {"PRACTITIONER-ID", "giulia-neri"}});
  fill("identification", {{"2026-08-29", "2026-03-20"},
                          {"PRACTITIONER-ID", "giulia-neri"},
                          {"COMPETENCE", "Team-work"},
                          {"OUTCOME", "Accomplished"},
                          {"…", "Told"}});
  fill("documentation", {{"2026-08-29", "2026-05-10"}, {"SHORT-NAME", "harvest-day"}, {"…", "Told"}});
  REQUIRE(path.record().documentation.has_value());
  CHECK(path.record().documentation->experiences[0].competences[0].value == "teamwork");
  path.write(path.found.path, path.read(path.found.path) +
                                  "  evidence:\n    - file: evidence/a.pdf\n      sha256: " + std::string(64, 'a') +
                                  "\n      kind: log\n      title: Diary\n      competences: [teamwork]\n");
  fill("quality", {{"2026-08-29", "2026-05-12"}, {"PRACTITIONER-ID", "giulia-neri"}, {"TRUE-OR-FALSE", "true"}});
  fill("choice", {{"2026-08-29", "2026-05-12"}, {"TRUE-OR-FALSE", "true"}});
  fill("assessments", {{"2026-08-29", "2026-06-03"},
                       {"PRACTITIONER-ID", "marco-riva"},
                       {"ORGANISATION-ID", "csv-torino"},
                       {"YYYY-MM-DD", "2026-06-02"},
                       {": RATING", ": 3"},
                       {"STEP", "mid-low"},
                       {"…", "The rota"}});
  fill("looking-ahead", {{"2026-08-29", "2026-06-20"},
                         {"PRACTITIONER-ID", "giulia-neri"},
                         {"COMPETENCE", "leadership"},
                         {"YYYY-MM-DD", "2026-12-31"},
                         {"…", "Leads a team"}});
  fill("exit", {{"2026-08-29", "2026-06-21"}, {"STEP", "looking-ahead"}});
}

TEST_CASE("An assessment's template has a rating for each criterion of what was identified") {
  const Path path;
  CHECK(path.blank("assessments").find("  - competence: COMPETENCE\n    ratings:\n      1a: RATING\n") !=
        std::string::npos);
  REQUIRE(path.recorded("identification",
                        "on: 2026-03-20\ncompetences:\n  - competence: leadership\n  - competence: teamwork\n")
              .find("not saved") != std::string::npos);  // it needs the awareness before it
  REQUIRE(path.recorded("awareness", "on: 2026-03-05\n").empty());
  REQUIRE(path.recorded("identification",
                        "on: 2026-03-20\ncompetences:\n  - competence: leadership\n  - competence: teamwork\n")
              .empty());
  const std::string text = path.blank("assessments");
  const Skill* skill = path.scheme().framework.find("leadership");
  REQUIRE(skill != nullptr);
  std::size_t criteria = 0;
  for (const LearningOutcome& outcome : skill->outcomes)
    criteria += outcome.criteria.size();
  const std::string first = text.substr(text.find("leadership"), text.find("- competence: teamwork"));
  const std::string leadership = first.substr(0, first.find("- competence: teamwork"));
  std::size_t ratings = 0;
  for (std::size_t at = leadership.find(": RATING"); at != std::string::npos; at = leadership.find(": RATING", at + 1))
    ++ratings;
  CHECK(ratings == criteria);
  CHECK(leadership.find("# " + skill->outcomes[0].criteria[0] + "\n") != std::string::npos);
}

TEST_CASE("No hole of a template stays open") {
  const Path path;
  for (const char* section : {"awareness", "identification", "documentation", "quality", "choice", "assessments",
                              "looking-ahead", "exit", "changes", "waivers"}) {
    CAPTURE(section);
    const std::string text = path.blank(section);
    for (const char* hole : {"{today}", "{skills}", "{checklist}", "{kinds-of-evidence}", "{results}", "{identified}",
                             "{outcomes}", "{kind}"})
      CHECK_MESSAGE(text.find(hole) == std::string::npos, hole);
  }
}

}  // namespace
}  // namespace guerdon
