#include "process/path.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

Date day(const char* text) { return *Date::parse(text); }

Progress progress(const Sample& sample) { return progress_of(sample.record, sample.scheme(), sample.world); }

std::string next(const Sample& sample) { return next_command(sample.record, progress(sample)); }

/// "objectives ● 2026-03-16" a line: done ●, waived ◐, open ○, and the due date.
std::string drawn(const Progress& progress) {
  std::string out;
  for (const Step& step : progress.steps) {
    out += fmt::format("{} {} {}\n", step.section,
                       step.done     ? "●"
                       : step.waived ? "◐"
                                     : "○",
                       step.due ? step.due->to_string() : "");
  }
  return out;
}

/// The base case of a validation path.
Sample on_the_path() { return Sample(guerdon::test::lever_up_files(), guerdon::test::lever_up()); }

/// The base case on the day of her enrolment.
Sample enrolled() {
  Sample sample;
  sample.world.today = day("2026-02-10");
  sample.record.objectives.clear();
  sample.record.midterm.reset();
  sample.record.evaluation.reset();
  sample.record.participation.reset();
  sample.record.self_assessment.reset();
  sample.record.validation.reset();
  sample.record.statement.reset();
  return sample;
}

Change ended(const char* to) {
  return {.place = {},
          .on = {day(to), {}},
          .kind = {ChangeKind::ended, {}},
          .from = {},
          .to = Located<Date>{day(to), {}},
          .organisation = {},
          .hours = {},
          .reason = {},
          .by = {}};
}

Waiver waiver_of(const char* rule) {
  return {.place = {},
          .rule = {rule, {}},
          .by = {"luca-bianchi", {}},
          .on = {day("2026-08-01"), {}},
          .because = "it rained"};
}

void issue(Sample& sample, const char* kind) {
  sample.world.issued.emplace(sample.record.id.value.text, Issued{"certificates/x.json", Sample().certificate(kind)});
}

}  // namespace

TEST_CASE("after enrolment every step is open and has its due date") {
  const Progress now = progress(enrolled());
  CHECK(drawn(now) ==
        "objectives ○ 2026-03-16\nmidterm ○ 2026-05-30\nevaluation ○ 2026-07-15\nparticipation ○ 2026-08-28\n"
        "self-assessment ○ 2026-07-15\nvalidation ○ 2026-08-28\n");
  CHECK_FALSE(now.ready);
  CHECK_FALSE(now.complete);
}

TEST_CASE("the next step is the open one that is due first") {
  Sample sample = enrolled();
  CHECK(next(sample) == "guerdon set-objectives 2026-7kq3h2xd --with luca-bianchi --aim SKILL=TEXT");
  sample.record.objectives = Sample().record.objectives;
  CHECK(next(sample) == "guerdon midterm 2026-7kq3h2xd --by luca-bianchi --skill SKILL…");
  sample.record.midterm = Sample().record.midterm;
  CHECK(next(sample) == "guerdon evaluation 2026-7kq3h2xd --sent DATE");
  sample.record.evaluation = Evaluation{.place = {}, .sent = Located<Date>{day("2026-08-10"), {}}, .returned = {}};
  // While the volunteer has the form, nothing of it is due before the end.
  CHECK(next(sample) == "guerdon self-assess 2026-7kq3h2xd --template >answer.yaml");
  CHECK(progress(sample).steps[2].due == day("2026-08-28"));
  Sample done;
  done.record.evaluation = sample.record.evaluation;
  CHECK(next(done) == "guerdon evaluation 2026-7kq3h2xd --returned DATE");
  sample.record.evaluation = Sample().record.evaluation;
  CHECK(progress(sample).steps[2].due == day("2026-07-15"));
  CHECK(next(sample) == "guerdon self-assess 2026-7kq3h2xd --template >answer.yaml");
  sample.record.self_assessment = Sample().record.self_assessment;
  CHECK(next(sample) == "guerdon participation 2026-7kq3h2xd --tasks TEXT");
  sample.record.participation = Sample().record.participation;
  sample.record.participation->confirmed.clear();
  CHECK(next(sample) == "guerdon participation 2026-7kq3h2xd --confirm --by luca-bianchi");
  sample.record.participation = Sample().record.participation;
  CHECK(next(sample) == "guerdon validate 2026-7kq3h2xd --by luca-bianchi --agree all --volunteer present");
  sample.record.validation = Sample().record.validation;
  CHECK(next(sample) == "guerdon issue 2026-7kq3h2xd");
}

TEST_CASE("a waived step is neither done nor next") {
  Sample sample = enrolled();
  sample.record.objectives = Sample().record.objectives;
  sample.record.waivers.push_back(waiver_of("midterm.present"));
  const Progress now = progress(sample);
  CHECK(now.steps[1].waived);
  CHECK_FALSE(now.steps[1].done);
  CHECK(now.next->section == "evaluation");
}

TEST_CASE("a waiver of what the scheme requires does not stand in for the step") {
  Sample sample = enrolled();
  sample.record.waivers.push_back(waiver_of("objectives.present"));
  CHECK(progress(sample).next->section == "objectives");
}

TEST_CASE("an extension moves the due dates") {
  Sample sample = enrolled();
  Change extended = ended("2026-10-31");
  extended.kind.value = ChangeKind::extended;
  sample.record.changes.push_back(extended);
  CHECK(progress(sample).steps[1].due == day("2026-07-01"));
  CHECK(progress(sample).steps[3].due == day("2026-10-31"));
}

TEST_CASE("who leaves before three months is on the way to participation alone") {
  Sample sample = enrolled();
  sample.record.changes.push_back(ended("2026-05-10"));
  CHECK(drawn(progress(sample)) == "participation ○ 2026-05-10\n");
}

TEST_CASE("a waiver of the three months keeps the way to the soft skills certificate open") {
  Sample sample = enrolled();
  sample.record.changes.push_back(ended("2026-05-10"));
  sample.record.waivers.push_back(waiver_of("skills.minimum-period"));
  CHECK(progress(sample).steps.size() == 6);
}

TEST_CASE("who leaves before twenty days has nothing left to do") {
  Sample sample = enrolled();
  sample.record.changes.push_back(ended("2026-03-10"));
  CHECK(progress(sample).out_of_reach);
  CHECK(next(sample) == "");
}

TEST_CASE("a case without a placement waits for every step, without a due date") {
  Sample sample = enrolled();
  sample.record.placements.clear();
  const Progress now = progress(sample);
  CHECK(now.steps.size() == 6);
  CHECK_FALSE(now.steps[0].due.has_value());
  CHECK_FALSE(now.complete);
}

TEST_CASE("a case is ready when nothing is open and the last day is there") {
  Sample sample;
  sample.world.today = day("2026-08-27");
  CHECK_FALSE(progress(sample).ready);
  sample.world.today = day("2026-08-28");
  CHECK(progress(sample).ready);
}

TEST_CASE("the statement counts once its section is filled") {
  Sample sample;
  CHECK(progress(sample).steps.back().section == "statement");
  CHECK(progress(enrolled()).steps.back().section == "validation");
}

TEST_CASE("a case is complete when each certificate that it leads to was issued") {
  Sample sample;
  issue(sample, "participation");
  issue(sample, "soft-skills");
  CHECK_FALSE(progress(sample).complete);
  issue(sample, "statement");
  CHECK(progress(sample).complete);
  CHECK(progress(sample).issued == std::vector<std::string>{"participation", "soft-skills", "statement"});
  CHECK(next(sample) == "");
}

TEST_CASE("of two hosts the second is asked to confirm after the first") {
  Sample sample;
  Placement second = sample.record.placements[0];
  second.organisation.value = "kipos";
  second.coordinator->value = "eleni-papadaki";
  sample.record.placements.push_back(second);
  CHECK(progress(sample).next->section == "participation");
  CHECK(next(sample) == "guerdon participation 2026-7kq3h2xd --confirm --by eleni-papadaki");
}

TEST_CASE("a rule that is off gives no due date") {
  Sample sample = enrolled();
  for (RuleSetting& setting : sample.world.schemes.begin()->second.rules) {
    if (setting.rule.value == "midterm.window") setting.strength = Strength::off;
  }
  CHECK_FALSE(progress(sample).steps[1].due.has_value());
}

TEST_CASE("a validation path that was assessed is ready before the service ends") {
  const Sample sample = on_the_path();
  const Progress now = progress(sample);
  CHECK(now.ready);
  CHECK(next(sample) == "guerdon issue 2026-7kq3h2xd");
}

TEST_CASE("the steps of a validation path follow each other and are due on no day") {
  Sample sample = on_the_path();
  sample.record.assessments.clear();
  sample.record.quality.reset();
  sample.record.documentation.reset();
  const Progress now = progress(sample);
  REQUIRE(now.next);
  CHECK(now.next->section == "documentation");
  CHECK_FALSE(now.next->due);
  CHECK(next(sample) == "guerdon step documentation 2026-7kq3h2xd --template >answer.yaml");
}

TEST_CASE("a portfolio that tells of a competence waits for a file that shows it") {
  Sample sample = on_the_path();
  sample.record.assessments.clear();
  sample.record.documentation->evidence.clear();
  CHECK(progress(sample).next->section == "documentation");
  CHECK(next(sample) == "guerdon evidence 2026-7kq3h2xd FILE --kind KIND --title TEXT --competence teamwork");
  for (RuleSetting& setting : sample.world.schemes.begin()->second.rules) {
    if (setting.rule.value == "documentation.evidence") setting.strength = Strength::off;
  }
  sample.record.quality.reset();
  CHECK(progress(sample).next->section == "quality");
}

TEST_CASE("a checklist with an item that is not met leaves the portfolio's quality open") {
  Sample sample = on_the_path();
  sample.record.quality->items.back().met = false;
  const Progress now = progress(sample);
  REQUIRE(now.next);
  CHECK(now.next->section == "quality");
}

TEST_CASE("an assessment that found nothing reached leaves the assessment open") {
  Sample sample = on_the_path();
  sample.record.assessments.front().results.front().level->value = 0;
  const Progress now = progress(sample);
  REQUIRE(now.next);
  CHECK(now.next->section == "assessments");
}

TEST_CASE("nothing is waited for once a candidate has left the path") {
  Sample sample = on_the_path();
  sample.record.exit.emplace();
  const Progress now = progress(sample);
  CHECK(now.left);
  CHECK_FALSE(now.next);
  CHECK_FALSE(now.ready);
  CHECK(next(sample).empty());
}

TEST_CASE("nothing is waited for where a candidate does not want to be assessed") {
  Sample sample = on_the_path();
  sample.record.assessments.clear();
  sample.record.choice->formal.value = false;
  CHECK(progress(sample).left);
}

TEST_CASE("who left is to get the document of that step") {
  Sample sample = on_the_path();
  sample.record.assessments.clear();
  sample.record.looking_ahead.reset();
  sample.record.exit.emplace();
  sample.record.exit->after.value = "identification";
  CHECK(progress(sample).document_due);
  CHECK(next(sample) == "guerdon issue 2026-7kq3h2xd");
  sample.world.issued.emplace(sample.record.id.value.text,
                              Issued{"a.json", sample.certificate("self-assessment-statement")});
  CHECK_FALSE(progress(sample).document_due);
  CHECK(next(sample).empty());
}

TEST_CASE("a path is complete once each competence that was reached is certified, and the overview is there") {
  Sample sample = on_the_path();
  const auto add = [&](const char* kind, const char* id) {
    Certificate certificate = sample.certificate(kind);
    certificate.id.text = id;
    sample.world.issued.emplace(sample.record.id.value.text, Issued{id, certificate});
  };
  add("competence", "7KQ3-HX2M-9DPA-4TZB");
  CHECK_FALSE(progress(sample).complete);
  add("overview", "3XB8-R0QK-2N7V-M5TC");
  CHECK(progress(sample).complete);
  Assessment::Result second = sample.record.assessments[0].results[0];
  second.competence.value = "empathy";
  sample.record.assessments[0].results.push_back(second);
  CHECK_FALSE(progress(sample).complete);
  CHECK(progress(sample).ready);
}

TEST_CASE("nothing is waited for where the person was erased") {
  Sample sample;
  Event event;
  event.kind.value = EventKind::erased;
  event.on.value = sample.world.today;
  event.case_id = {sample.record.id.value, {}};
  sample.world.events["7KQ3-HX2M-9DPA-4TZB"] = {event};
  CHECK_FALSE(has_lost_its_person(sample.record, sample.world));
  CHECK_FALSE(progress(sample).complete);
  sample.world.people.clear();
  CHECK(has_lost_its_person(sample.record, sample.world));
  CHECK(progress(sample).complete);
  CHECK(next(sample).empty());
}
