#include "flow/change_words.h"

#include <doctest/doctest.h>

#include "yaml/parse.h"

namespace guerdon {
namespace {

const SkillNames skills{{"team-work", "Team work"}, {"digital", "Digital"}};

yaml::Node tree(const std::string& text) {
  Diagnostics findings;
  auto document = yaml::parse("a.yaml", text, findings);
  REQUIRE(document);
  return std::move(document->root);
}

/// The words of each difference, a line each.
std::string words(const std::string& before, const std::string& after) {
  const yaml::Node a = tree(before);
  const yaml::Node b = tree(after);
  std::string out;
  for (const Difference& one : differences(a, b))
    out += words_of(one, skills) + '\n';
  return out;
}

std::string added(const std::string& text) { return words("x: 1\n", "x: 1\n" + text); }

TEST_CASE("a step that was recorded is told with its skills and its day") {
  CHECK(added("objectives:\n  - on: 2026-03-05\n    skills:\n      - {skill: team-work, aim: to lead}\n"
              "      - {skill: digital}\n") == "objectives set: Team work, Digital (5 March 2026)\n");
  CHECK(added("validation: {on: 2026-08-27, skills: [{skill: team-work, claimed: 3, agreed: 4}, "
              "{skill: digital, claimed: 3, left-out: true}]}\n") ==
        "validated: Team work 4, Digital left out (27 August 2026)\n");
  CHECK(added("awareness: {on: 2026-03-05}\n") == "awareness recorded (5 March 2026)\n");
  CHECK(added("waivers:\n  - {rule: midterm.present, by: luca, on: 2026-08-20, because: ill}\n") ==
        "waived midterm.present by luca (20 August 2026)\n");
  CHECK(added("placement:\n  - {organisation: orto, project: Garden, from: 2026-03-02, to: 2026-08-28}\n") ==
        "placement: Garden at orto, 2 March 2026 to 28 August 2026\n");
}

TEST_CASE("what became of the plan is told as that") {
  CHECK(added("changes:\n  - {on: 2026-05-01, kind: ended, to: 2026-06-30, reason: ill}\n"
              "  - {on: 2026-05-02, kind: extended, to: 2026-09-04}\n"
              "  - {on: 2026-05-03, kind: absent, from: 2026-05-04, to: 2026-05-08}\n"
              "  - {on: 2026-05-04, kind: other}\n") ==
        "ended early, last day 30 June 2026\nextended, last day 4 September 2026\nabsent 4 May 2026 to 8 May 2026\n"
        "change recorded\n");
}

TEST_CASE("a level that changed, a day, a list") {
  CHECK(words("validation: {skills: [{skill: team-work, claimed: 3, agreed: 3}]}\n",
              "validation: {skills: [{skill: team-work, claimed: 3, agreed: 4}]}\n") == "Team work agreed 3 → 4\n");
  CHECK(words("placement: [{organisation: orto, to: 2026-08-28}]\n",
              "placement: [{organisation: orto, to: 2026-09-30}]\n") == "ends 28 August 2026 → 30 September 2026\n");
  CHECK(words("placement: [{organisation: a, hours: 1}, {organisation: b, hours: 1}]\n",
              "placement: [{organisation: a, hours: 1}, {organisation: b, hours: 2}]\n") == "b hours 1 → 2\n");
  CHECK(words("midterm: {by: [luca], on: 2026-05-20}\n", "midterm: {by: [luca, marta], on: 2026-05-21}\n") ==
        "midterm by luca → luca, marta\nmidterm date 20 May 2026 → 21 May 2026\n");
  CHECK(words("language: it\n", "language: en\n") == "language it → en\n");
}

TEST_CASE("skills and values that came or went") {
  CHECK(words("midterm: {skills: [{skill: team-work, level: 3}]}\n",
              "midterm: {skills: [{skill: digital, level: 4}]}\n") ==
        "midterm: Digital 4 added\nmidterm: Team work 3 removed\n");
  CHECK(words("evaluation: {sent: 2026-08-10}\n", "evaluation: {returned: 2026-08-12}\n") ==
        "evaluation returned 12 August 2026\nevaluation sent 10 August 2026: removed\n");
  CHECK(words("x: 1\nmidterm: {on: 2026-05-20}\n", "x: 1\n") == "mid-term evaluation held (20 May 2026): removed\n");
}

TEST_CASE("of private words and long texts only that they changed is told") {
  CHECK(words("self-assessment: {skills: [{skill: team-work, level: 3, reason: I led}]}\n",
              "self-assessment: {skills: [{skill: team-work, level: 3, reason: I followed}]}\n") ==
        "self-assessment: reason of Team work changed\n");
  CHECK(words("midterm: {skills: [{skill: team-work}]}\n", "midterm: {skills: [{skill: team-work, note: shy}]}\n") ==
        "midterm: note of Team work written\n");
  CHECK(words("exit: {reason: moved}\n", "exit: {after: choice}\n") == "exit after choice\nexit reason removed\n");
  CHECK(words("statement: {text: a}\n", "statement: {text: b}\n") == "statement text changed\n");
  CHECK(words("documentation: {experiences: [{experience: e, starrt: {task: a}}]}\n",
              "documentation: {experiences: [{experience: e, starrt: {task: b}}]}\n") ==
        "documentation task changed\n");
  const std::string many(61, 'a');
  CHECK(words("placement: [{project: a}]\n", "placement: [{project: " + many + "}]\n") == "project changed\n");
}

TEST_CASE("a value for people") {
  CHECK(spoken(tree("[a, b]\n")) == "a, b");
  CHECK(spoken(tree("[]\n")) == "nothing");
  CHECK(spoken(tree("{a: 1}\n")) == "…");
  CHECK(spoken(tree("2026-12-01\n")) == "1 December 2026");
  CHECK(spoken(tree("|\n  a\n  b\n")) == "…");
}

}  // namespace
}  // namespace guerdon
