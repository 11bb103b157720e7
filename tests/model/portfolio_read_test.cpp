#include "model/portfolio_read.h"

#include "model/record_file.h"

using namespace guerdon;
using test::replaced;

namespace {

const Scale& scale() {
  static const Scale steps{{{1, "basic", "Basic"}, {2, "accomplished", "Accomplished"}, {3, "expert", "Expert"}}};
  return steps;
}

Identification read_claims(const yaml::Node& node, yaml::Reader& reader) {
  return read_identification(node, reader, scale());
}

/// What `read` makes of a section's text; it must find no fault.
template <class Read>
auto good(Read read, const std::string& text) {
  Diagnostics findings;
  const yaml::Document document = test::parsed(text);
  yaml::Reader reader("a.yaml", findings);
  auto section = read(document.root, reader);
  for (const Diagnostic& finding : findings.items())
    FAIL_CHECK(finding.message);
  return section;
}

/// What `read` says of a section's text, each finding as "line:column: message".
template <class Read>
std::vector<std::string> refused(Read read, const std::string& text) {
  return test::findings_of(text, [&](const yaml::Document& document, Diagnostics& findings) {
    yaml::Reader reader(document.path, findings);
    return read(document.root, reader);
  });
}

using Findings = std::vector<std::string>;

const std::string experience =
    "on: 2026-05-10\n"
    "experiences:\n"
    "  - experience: harvest-day\n"
    "    title: The harvest day\n"
    "    organisation: orto-sociale\n"
    "    competences: [teamwork, leadership]\n"
    "    starrt:\n"
    "      situation: Forty neighbours came\n"
    "      transfer: I ask first\n";

const std::string evidence =
    "on: 2026-05-10\n"
    "evidence:\n"
    "  - file: evidence/2026-7kq3h2xd/rota.pdf\n"
    "    sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\n"
    "    kind: work-product\n"
    "    title: The watering rota\n"
    "    competences: [teamwork]\n";

}  // namespace

TEST_CASE("awareness has its day and its tutors, who may be left away") {
  const Awareness awareness = good(read_awareness, "on: 2026-03-05\nwith: [giulia-neri, marta-rossi]\n");
  CHECK(awareness.on.value.to_string() == "2026-03-05");
  CHECK(awareness.on.place == Place{1, 5, 10});
  REQUIRE(awareness.with.size() == 2);
  CHECK(awareness.with[1].value == "marta-rossi");
  CHECK(good(read_awareness, "on: 2026-03-05\n").with.empty());
}

TEST_CASE("awareness without its day, or with one tutor who is no list, is refused") {
  CHECK(refused(read_awareness, "with: [giulia-neri]\n") == Findings{"1:1: the awareness step has no `on`"});
  CHECK(refused(read_awareness, "on: 2026-03-05\nwith: giulia-neri\n") == Findings{"2:7: with is a list, not a text"});
  CHECK(refused(read_awareness, "on: 2026-03-05\nby: [giulia-neri]\n") ==
        Findings{"2:1: `by` is not a key of the awareness step"});
}

TEST_CASE("an identified competence may say how far she sees herself, by number or by word") {
  const Identification identification = good(read_claims,
                                             "on: 2026-03-20\nwith: [giulia-neri]\ncompetences:\n"
                                             "  - competence: teamwork\n    outcome: accomplished\n    reason: I led\n"
                                             "  - {competence: leadership, outcome: 3}\n"
                                             "  - competence: learning\n");
  CHECK(identification.on.value.to_string() == "2026-03-20");
  CHECK(identification.with[0].value == "giulia-neri");
  REQUIRE(identification.competences.size() == 3);
  CHECK(identification.competences[0].competence.value == "teamwork");
  CHECK(identification.competences[0].level->value == 2);
  CHECK(identification.competences[0].reason == "I led");
  CHECK(identification.competences[1].level->value == 3);
  CHECK_FALSE(identification.competences[2].level);
  CHECK_FALSE(identification.competences[2].reason);
}

TEST_CASE("an identified competence has a name, and an outcome that is a step of the scale") {
  CHECK(refused(read_claims, "on: 2026-03-20\n") == Findings{"1:1: the identification has no `competences`"});
  CHECK(refused(read_claims, "on: 2026-03-20\ncompetences:\n  - outcome: basic\n") ==
        Findings{"3:5: an identified competence has no `competence`"});
  for (const char* word : {"0", "4", "not-reached", "Basic"}) {
    CHECK(refused(read_claims,
                  "on: 2026-03-20\ncompetences:\n  - {competence: teamwork, outcome: " + std::string(word) + "}\n") ==
          Findings{"3:37: `" + std::string(word) + "` is not a level of the scale"});
  }
}

TEST_CASE("an experience says where it was made, what it is about and what happened") {
  const Documentation documentation = good(read_documentation, experience);
  CHECK(documentation.on.value.to_string() == "2026-05-10");
  CHECK(documentation.evidence.empty());
  REQUIRE(documentation.experiences.size() == 1);
  const Experience& one = documentation.experiences[0];
  CHECK(one.id.value == "harvest-day");
  CHECK(one.title.value == "The harvest day");
  CHECK(one.organisation->value == "orto-sociale");
  REQUIRE(one.competences.size() == 2);
  CHECK(one.competences[1].value == "leadership");
  CHECK(one.told[0]->value == "Forty neighbours came");
  CHECK_FALSE(one.told[1]);
  CHECK(one.told[5]->value == "I ask first");
  CHECK(one.told[5]->place.line == 9);
}

TEST_CASE("a story is read under both spellings of STARRT") {
  const Documentation documentation = good(read_documentation, replaced(experience, "starrt:", "starrtt:"));
  CHECK(documentation.experiences[0].told[0]->value == "Forty neighbours came");
}

TEST_CASE("an experience is told once, under one of the spellings") {
  CHECK(refused(read_documentation, experience + "    starrtt: {situation: Forty neighbours came}\n") ==
        Findings{"10:14: the experience is told twice"});
  const std::size_t story = experience.find("    starrt:");
  CHECK(refused(read_documentation, experience.substr(0, story)) == Findings{"3:5: an experience has no `starrt`"});
}

TEST_CASE("a part that STARRT does not have is refused under both spellings") {
  for (const char* spelling : {"starrt:", "starrtt:"}) {
    const std::string text = replaced(replaced(experience, "starrt:", spelling), "transfer:", "transmission:");
    CHECK(refused(read_documentation, text) == Findings{"9:7: `transmission` is not a key of a STARRT story"});
  }
}

TEST_CASE("no two experiences of a case have the same id") {
  const std::string again = "  - {experience: harvest-day, title: Again, competences: [teamwork], starrt: {}}\n";
  CHECK(refused(read_documentation, experience + again) ==
        Findings{"10:18: the experience `harvest-day` stands twice"});
}

TEST_CASE("a piece of evidence names its file, with digest, kind and title, and what it shows") {
  const Documentation documentation = good(read_documentation, evidence);
  REQUIRE(documentation.evidence.size() == 1);
  const Evidence& one = documentation.evidence[0];
  CHECK(one.file.value == "evidence/2026-7kq3h2xd/rota.pdf");
  CHECK(one.sha256.value.starts_with("9f86d081"));
  CHECK(one.kind.value == "work-product");
  CHECK(one.title.value == "The watering rota");
  CHECK(one.competences[0].value == "teamwork");
}

TEST_CASE("a digest has 64 lower-case hexadecimal digits") {
  const std::string digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
  const std::string spoilt[] = {digest.substr(1), digest + "0", "9F" + digest.substr(2), "g" + digest.substr(1)};
  for (const std::string& one : spoilt) {
    CHECK(refused(read_documentation, replaced(evidence, digest, one)) ==
          Findings{"4:13: this is not a SHA-256 in lower-case hexadecimal"});
  }
}

TEST_CASE("a piece of evidence lacks nothing") {
  CHECK(refused(read_documentation, "on: 2026-05-10\nevidence:\n  - {file: a}\n") ==
        Findings{"3:5: a piece of evidence has no `sha256`", "3:5: a piece of evidence has no `kind`",
                 "3:5: a piece of evidence has no `title`", "3:5: a piece of evidence has no `competences`"});
}

TEST_CASE("the checklist has who filled it, and an answer to each question") {
  const Quality quality = good(read_quality,
                               "on: 2026-05-12\nby: giulia-neri\nitems:\n"
                               "  - {item: readable, met: true}\n  - {item: authentic, met: false, note: no date}\n");
  CHECK(quality.on.value.to_string() == "2026-05-12");
  CHECK(quality.by.value == "giulia-neri");
  REQUIRE(quality.items.size() == 2);
  CHECK(quality.items[0].item.value == "readable");
  CHECK(quality.items[0].met);
  CHECK_FALSE(quality.items[0].note);
  CHECK_FALSE(quality.items[1].met);
  CHECK(quality.items[1].note == "no date");
}

TEST_CASE("an answer of the checklist is true or false") {
  const std::string head = "on: 2026-05-12\nby: giulia-neri\nitems:\n  - ";
  CHECK(refused(read_quality, head + "{item: readable}\n") == Findings{"4:5: an item of the checklist has no `met`"});
  CHECK(refused(read_quality, head + "{item: readable, met: yes}\n") ==
        Findings{"4:27: `true` or `false` is expected here, not `yes`"});
  CHECK(refused(read_quality, "on: 2026-05-12\nitems: []\n") == Findings{"1:1: the quality checklist has no `by`"});
}

TEST_CASE("a choice is for or against formal assessment, and prints no grounds unless she wants them") {
  const Choice choice = good(read_choice, "on: 2026-05-12\nformal: true\n");
  CHECK(choice.on.value.to_string() == "2026-05-12");
  CHECK(choice.formal.value);
  CHECK(choice.formal.place == Place{2, 9, 4});
  CHECK_FALSE(choice.grounds);
  CHECK(good(read_choice, "{on: 2026-05-12, formal: false, grounds: true}\n").grounds);
  CHECK_FALSE(good(read_choice, "{on: 2026-05-12, formal: false}\n").formal.value);
}

TEST_CASE("a choice that does not say what was chosen is refused") {
  CHECK(refused(read_choice, "on: 2026-05-12\n") == Findings{"1:1: the choice has no `formal`"});
  CHECK(refused(read_choice, "on: 2026-05-12\nformal: maybe\n") ==
        Findings{"2:9: `true` or `false` is expected here, not `maybe`"});
}

TEST_CASE("looking ahead plans a step for a competence, with or without a day") {
  const LookingAhead ahead = good(read_looking_ahead,
                                  "on: 2026-06-20\nwith: [giulia-neri]\nplan:\n"
                                  "  - {competence: leadership, step: Leads a team, by: 2026-09-30}\n"
                                  "  - {competence: teamwork, step: Goes on}\n");
  CHECK(ahead.on.value.to_string() == "2026-06-20");
  CHECK(ahead.with[0].value == "giulia-neri");
  REQUIRE(ahead.plan.size() == 2);
  CHECK(ahead.plan[0].competence.value == "leadership");
  CHECK(ahead.plan[0].step.value == "Leads a team");
  CHECK(ahead.plan[0].by->value.to_string() == "2026-09-30");
  CHECK_FALSE(ahead.plan[1].by);
}

TEST_CASE("a planned step is said in 300 characters at most") {
  CHECK(refused(read_looking_ahead, "on: 2026-06-20\nplan:\n  - {competence: leadership}\n") ==
        Findings{"3:5: a plan has no `step`"});
  CHECK(refused(read_looking_ahead,
                "on: 2026-06-20\nplan:\n  - {competence: leadership, step: " + std::string(301, 'x') + "}\n") ==
        Findings{"3:36: the text has 301 characters, at most 300 are allowed"});
}

TEST_CASE("an exit has its day, the step that it follows, and a reason for those who want to give one") {
  const Exit exit = good(read_exit, "on: 2026-05-12\nafter: identification\nreason: A new job\n");
  CHECK(exit.on.value.to_string() == "2026-05-12");
  CHECK(exit.after.value == "identification");
  CHECK(exit.reason == "A new job");
  CHECK_FALSE(good(read_exit, "on: 2026-05-12\nafter: identification\n").reason);
  CHECK(refused(read_exit, "on: 2026-05-12\n") == Findings{"1:1: the exit has no `after`"});
}
