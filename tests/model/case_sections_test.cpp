#include "model/case_sections.h"

#include <functional>

#include "model/record_file.h"

using namespace guerdon;

namespace {

Scale scale() {
  Scale out;
  for (int number = 1; number <= 5; ++number)
    out.levels.push_back({number, number == 3 ? "work-ready" : "", ""});
  return out;
}

template <class Section>
using Method = Section (SectionReader::*)(const yaml::Node&) const;

/// The section as `method` reads it out of `text`; what it says goes to `findings`.
template <class Section>
Section read(Method<Section> method, const std::string& text, Diagnostics& findings) {
  const yaml::Document document = test::parsed(text);
  yaml::Reader reader("a.yaml", findings);
  const Scale levels = scale();
  return (SectionReader{reader, levels}.*method)(document.root);
}

template <class Section>
Section good(Method<Section> method, const std::string& text) {
  Diagnostics findings;
  Section out = read(method, text, findings);
  for (const Diagnostic& finding : findings.items())
    FAIL_CHECK(finding.message);
  return out;
}

template <class Section>
std::string refused(Method<Section> method, const std::string& text) {
  Diagnostics findings;
  read(method, text, findings);
  CHECK(findings.items().size() == 1);
  return findings.empty() ? "" : findings.items().front().message;
}

}  // namespace

TEST_CASE("an enrolment has its day, and the day on which the certificate was introduced") {
  const Enrolment enrolment = good(&SectionReader::enrolment, "on: 2026-02-10\nintroduced: 2026-02-11\n");
  CHECK(enrolment.on.value.to_string() == "2026-02-10");
  CHECK(enrolment.introduced->value.to_string() == "2026-02-11");
  CHECK(enrolment.introduced->place == Place{2, 13, 10});
}

TEST_CASE("a placement says where, as what, when and for how long") {
  const Placement placement =
      good(&SectionReader::placement,
           "organisation: orto-sociale\nrole: hosting\nproject: Garden\ncountry: \"NO\"\nfrom: 2026-03-02\nto: "
           "2026-08-28\nhours: 640\ncoordinator: luca-bianchi\nmode: hybrid\n");
  CHECK(placement.organisation.value == "orto-sociale");
  CHECK(placement.role.value == "hosting");
  CHECK(placement.project.value == "Garden");
  CHECK(placement.country->value == "NO");
  CHECK(placement.from.value.to_string() == "2026-03-02");
  CHECK(placement.to.value.to_string() == "2026-08-28");
  CHECK(placement.hours->value == 640);
  CHECK(placement.coordinator->value == "luca-bianchi");
  CHECK(placement.mode->value == "hybrid");
}

TEST_CASE("Norway stays Norway without its quotes") {
  CHECK(good(&SectionReader::placement,
             "organisation: a\nrole: hosting\nproject: b\ncountry: NO\nfrom: 2026-03-02\nto: 2026-08-28\n")
            .country->value == "NO");
}

TEST_CASE("hours that are not on record are absent, not zero") {
  const std::string placement = "organisation: a\nrole: hosting\nproject: b\nfrom: 2026-03-02\nto: 2026-08-28\n";
  CHECK_FALSE(good(&SectionReader::placement, placement).hours);
  for (const char* hours : {"0", "20001", "6.5", "many"}) {
    CHECK(refused(&SectionReader::placement, placement + "hours: " + hours + '\n') ==
          "a whole number from 1 to 20000 is expected here, not `" + std::string(hours) + '`');
  }
}

TEST_CASE("an absence has both its days, the other changes a last day alone") {
  const Change absence =
      good(&SectionReader::change,
           "on: 2026-05-11\nkind: absent\nfrom: 2026-05-04\nto: 2026-05-08\norganisation: a\nreason: A cold.\nby: b\n");
  CHECK(absence.kind.value == ChangeKind::absent);
  CHECK(absence.from->value.to_string() == "2026-05-04");
  CHECK(absence.to->value.to_string() == "2026-05-08");
  CHECK(absence.organisation->value == "a");
  CHECK(absence.reason == "A cold.");
  CHECK(absence.by->value == "b");
  CHECK(good(&SectionReader::change, "on: 2026-05-11\nkind: extended\nto: 2026-09-04\n").kind.value ==
        ChangeKind::extended);
  CHECK(refused(&SectionReader::change, "on: 2026-05-11\nkind: absent\nto: 2026-05-08\n") == "a change has no `from`");
  CHECK(refused(&SectionReader::change, "on: 2026-05-11\nkind: ended\nfrom: 2026-05-04\nto: 2026-05-08\n") ==
        "only an absence has a `from`");
  CHECK(refused(&SectionReader::change, "on: 2026-05-11\nkind: ended\n") == "a change has no `to`");
}

TEST_CASE("objectives say with whom, and what is aimed at for each skill") {
  const Objectives objectives =
      good(&SectionReader::objectives,
           "on: 2026-03-05\nwith: [luca-bianchi, marta-rossi]\nskills:\n  - skill: team-work\n    aim: Lead\n");
  CHECK(objectives.with[1].value == "marta-rossi");
  REQUIRE(objectives.skills.size() == 1);
  CHECK(objectives.skills[0].skill.value == "team-work");
  CHECK(objectives.skills[0].aim == "Lead");
}

TEST_CASE("a midterm may leave out levels and notes") {
  const Midterm midterm =
      good(&SectionReader::midterm,
           "on: 2026-06-02\nby: [a]\nskills:\n  - skill: x\n    level: work-ready\n    note: n\n  - skill: y\n");
  REQUIRE(midterm.skills.size() == 2);
  CHECK(midterm.skills[0].level->value == 3);
  CHECK(midterm.skills[0].note == "n");
  CHECK_FALSE(midterm.skills[1].level);
  CHECK_FALSE(midterm.skills[1].note);
}

TEST_CASE("an evaluation form can be sent and not yet returned") {
  const Evaluation evaluation = good(&SectionReader::evaluation, "sent: 2026-08-20\n");
  CHECK(evaluation.sent->value.to_string() == "2026-08-20");
  CHECK_FALSE(evaluation.returned);
}

TEST_CASE("participation is stated by the volunteer and confirmed by each organisation") {
  const Participation participation = good(&SectionReader::participation,
                                           "stated:\n  on: 2026-09-04\n  tasks:\n    - one\n    - two\nconfirmed:\n  - "
                                           "{on: 2026-09-05, by: a}\n  - {on: 2026-09-06, by: b}\n");
  REQUIRE(participation.stated);
  CHECK(participation.stated->tasks[1].value == "two");
  REQUIRE(participation.confirmed.size() == 2);
  CHECK(participation.confirmed[1].by.value == "b");
  CHECK(participation.confirmed[1].on.value.to_string() == "2026-09-06");
}

TEST_CASE("a self-assessment keeps the volunteer's own lines") {
  const SelfAssessment own =
      good(&SectionReader::self_assessment,
           "on: 2026-08-28\nskills:\n  - skill: x\n    level: 5\n    reason: |\n      one\n\n      two\n");
  REQUIRE(own.skills.size() == 1);
  CHECK(own.skills[0].level.value == 5);
  CHECK(own.skills[0].reason->value == "one\n\ntwo");
}

TEST_CASE("a level beyond the scale is reported with the scale") {
  for (const char* level : {"0", "6", "good", "3.5", "[3]"}) {
    Diagnostics findings;
    read(&SectionReader::self_assessment,
         std::string("on: 2026-08-28\nskills:\n  - skill: x\n    level: ") + level + '\n', findings);
    REQUIRE(findings.items().size() == 1);
    CHECK(findings.items()[0].rule == "skills.known");
    CHECK(findings.items()[0].where.place.line == 4);
    CHECK(findings.items()[0].hint == "write `1`, `2`, `work-ready`, `4` or `5`");
  }
}

TEST_CASE("a validated skill has an agreed level or is left out, never both") {
  const std::string head = "on: 2026-09-02\nby: [a]\nvolunteer: remote\nskills:\n  - ";
  const Validation validation =
      good(&SectionReader::validation, head +
                                           "{skill: x, claimed: 5, agreed: 4, seen-by: [b]}\n  - {skill: y, claimed: "
                                           "3, left-out: true}\n  - {skill: z, agreed: 3}\n");
  CHECK(validation.volunteer->value == "remote");
  REQUIRE(validation.skills.size() == 3);
  CHECK(validation.skills[0].claimed->value == 5);
  CHECK(validation.skills[0].agreed->value == 4);
  CHECK(validation.skills[0].seen_by[0].value == "b");
  CHECK(validation.skills[1].left_out);
  CHECK_FALSE(validation.skills[1].agreed);
  CHECK_FALSE(validation.skills[2].claimed);
  CHECK(refused(&SectionReader::validation, head + "{skill: x, claimed: 5}\n") ==
        "a validated skill has an agreed level, or is left out");
  CHECK(refused(&SectionReader::validation, head + "{skill: x, agreed: 5, left-out: true}\n") ==
        "a skill that is left out has no agreed level");
  CHECK(refused(&SectionReader::validation, head + "{skill: x, agreed: 6}\n") == "`6` is not a level of the scale");
}

TEST_CASE("what a scribe wrote or a group stated lacks the volunteer's assent until that is there") {
  const std::string stated = "stated: {on: 2026-08-27, scribe: a, group: Garden, tasks: [x]}\n";
  const Participation open = good(&SectionReader::participation, stated);
  CHECK(open.stated->scribe->value == "a");
  CHECK(open.stated->group->value == "Garden");
  CHECK(open.lacks_assent());
  const Participation closed =
      good(&SectionReader::participation, stated + "assent: {on: 2026-08-28, means: read aloud}\n");
  CHECK(closed.assent->means == "read aloud");
  CHECK_FALSE(closed.lacks_assent());
  CHECK_FALSE(good(&SectionReader::participation, "stated: {on: 2026-08-27, tasks: [x]}\n").lacks_assent());
  CHECK(refused(&SectionReader::participation, "assent: {on: 2026-08-28}\n") ==
        "the volunteer's assent has no `means`");
  const std::string assessed = "on: 2026-08-20\nskills: []\nscribe: a\n";
  CHECK(good(&SectionReader::self_assessment, assessed).lacks_assent());
  CHECK_FALSE(good(&SectionReader::self_assessment, assessed + "assent: {on: 2026-08-20, means: x}\n").lacks_assent());
}

TEST_CASE("an appeal says who judged it, when, and what came of it") {
  const std::string head = "on: 2026-08-25\nskills: []\nappeal: {on: 2026-08-27, by: [a, b], ";
  const Validation validation = good(&SectionReader::validation, head + "decision: granted, because: seen}\n");
  REQUIRE(validation.appeal);
  CHECK(validation.appeal->by[1].value == "b");
  CHECK(validation.appeal->decision.value == "granted");
  CHECK(*validation.appeal->because == "seen");
  CHECK(refused(&SectionReader::validation, head + "decision: maybe}\n").find("maybe") != std::string::npos);
  CHECK(refused(&SectionReader::validation, head + "because: seen}\n") == "the appeal has no `decision`");
}

TEST_CASE("a statement may be begun with its field alone") {
  const Statement statement = good(&SectionReader::statement, "field: gardening\n");
  CHECK(statement.field->value == "gardening");
  CHECK_FALSE(statement.text);
  CHECK_FALSE(statement.professional);
}

TEST_CASE("a statement's text has several lines and 4000 characters at most") {
  CHECK(good(&SectionReader::statement, "text: |\n  one\n  two\n").text->value == "one\ntwo");
  CHECK(refused(&SectionReader::statement, "text: " + std::string(4001, 'x') + '\n') ==
        "the text has 4001 characters, at most 4000 are allowed");
}

TEST_CASE("a waiver says which rule, who, when and why") {
  const Waiver waiver = good(&SectionReader::waiver, "rule: midterm.present\nby: a\non: 2026-06-30\nbecause: lost\n");
  CHECK(waiver.rule.value == "midterm.present");
  CHECK(waiver.by.value == "a");
  CHECK(waiver.on.value.to_string() == "2026-06-30");
  CHECK(waiver.because == "lost");
  CHECK(refused(&SectionReader::waiver, "rule: midterm.present\nby: a\non: 2026-06-30\n") ==
        "a waiver has no `because`");
}
