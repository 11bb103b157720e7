#include "process/judge.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::listed;
using guerdon::test::Sample;

namespace {

Waiver waiver_of(const char* rule) {
  return {.place = {90, 1, 1},
          .rule = {rule, {90, 5, 4}},
          .by = {"luca-bianchi", {}},
          .on = {*Date::parse("2026-08-01"), {}},
          .because = "it rained"};
}

}  // namespace

TEST_CASE("a complete case gives no finding at any time") {
  const Sample sample;
  CHECK(listed(judge_record(sample.record, sample.scheme(), sample.world).findings) == "");
}

TEST_CASE("a complete case meets the gates of all three certificates") {
  const Sample sample;
  for (const char* kind : {"participation", "soft-skills", "statement"}) {
    CHECK(listed(judge_issue(sample.record, sample.scheme(), sample.world, sample.request(kind)).findings) == "");
  }
}

TEST_CASE("a complete validation path gives no finding, and meets the gates of its certificate") {
  const Sample sample(guerdon::test::lever_up_files(), guerdon::test::lever_up());
  CHECK(listed(judge_record(sample.record, sample.scheme(), sample.world).findings) == "");
  CHECK(listed(judge_issue(sample.record, sample.scheme(), sample.world, sample.request("competence")).findings) == "");
}

TEST_CASE("a waiver holds back the rule that the scheme expects, and is named as used") {
  Sample sample;
  sample.record.midterm.reset();
  sample.record.waivers.push_back(waiver_of("midterm.present"));
  const Verdict verdict = judge_issue(sample.record, sample.scheme(), sample.world, sample.request("soft-skills"));
  CHECK(listed(verdict.findings) == "");
  REQUIRE(verdict.used.size() == 1);
  CHECK(verdict.used[0]->rule.value == "midterm.present");
}

TEST_CASE("a waiver of what was done after all is not used") {
  Sample sample;
  sample.record.waivers.push_back(waiver_of("midterm.present"));
  CHECK(judge_issue(sample.record, sample.scheme(), sample.world, sample.request("soft-skills")).used.empty());
}

TEST_CASE("a required rule cannot be waived") {
  Sample sample;
  sample.record.waivers.push_back(waiver_of("participation.days"));
  CHECK(listed(judge_record(sample.record, sample.scheme(), sample.world).findings) ==
        "cases/2026/2026-7kq3h2xd.yaml:90: error: glore-1 requires participation.days: it cannot be waived "
        "[participation.days]\n");
}

TEST_CASE("a rule that only advises needs no waiver") {
  Sample sample;
  sample.record.waivers.push_back(waiver_of("midterm.window"));
  CHECK(listed(judge_record(sample.record, sample.scheme(), sample.world).findings) ==
        "cases/2026/2026-7kq3h2xd.yaml:90: warning: midterm.window blocks nothing in glore-1: it needs no waiver "
        "[midterm.window]\n");
}

TEST_CASE("a gate is not judged before the certificate is asked for") {
  Sample sample;
  sample.record.midterm.reset();
  CHECK(listed(judge_record(sample.record, sample.scheme(), sample.world).findings) == "");
}

TEST_CASE("a gate of one certificate leaves the others alone") {
  Sample sample;
  sample.record.validation.reset();
  CHECK(listed(judge_issue(sample.record, sample.scheme(), sample.world, sample.request("participation")).findings) ==
        "");
}

TEST_CASE("the gates alone leave out the rules of the steps") {
  Sample sample;
  sample.record.self_assessment->skills.pop_back();
  CHECK(listed(judge_gates(sample.record, sample.scheme(), sample.world, sample.request("soft-skills")).findings) ==
        "");
}

TEST_CASE("a rule that is off says nothing") {
  Sample sample;
  Scheme scheme = sample.scheme();
  for (RuleSetting& setting : scheme.rules) {
    if (setting.rule.value == "midterm.present") setting.strength = Strength::off;
  }
  sample.record.midterm.reset();
  CHECK(listed(judge_issue(sample.record, scheme, sample.world, sample.request("soft-skills")).findings) == "");
}

TEST_CASE("the strength of the scheme decides between error and warning") {
  Sample sample;
  Scheme scheme = sample.scheme();
  for (RuleSetting& setting : scheme.rules) {
    if (setting.rule.value == "midterm.present") setting.strength = Strength::advise;
  }
  sample.record.midterm.reset();
  const Verdict verdict = judge_issue(sample.record, scheme, sample.world, sample.request("soft-skills"));
  REQUIRE(verdict.findings.items().size() == 1);
  CHECK(verdict.findings.items()[0].severity == Severity::warning);
  CHECK(verdict.findings.items()[0].hint == "guerdon midterm 2026-7kq3h2xd --by luca-bianchi --skill SKILL…");
}
