#include "process/rule.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

/// One objection by a rule of some strength.
Diagnostic objected(Strength strength, const char* rule = "midterm.present", const char* hint = "do it") {
  const Sample sample;
  RuleSetting setting;
  setting.rule.value = rule;
  setting.strength = strength;
  Diagnostics findings;
  Inquiry(sample.record, sample.scheme(), sample.world, setting, nullptr, findings)
      .object(Place{7, 3, 1}, "no such thing", hint);
  REQUIRE(findings.items().size() == 1);
  return findings.items()[0];
}

}  // namespace

TEST_CASE("an objection carries the rule, the place in the case and the scheme's weight") {
  const Diagnostic found = objected(Strength::require);
  CHECK(found.severity == Severity::error);
  CHECK(found.rule == "midterm.present");
  CHECK(found.where == Location{"cases/2026/2026-7kq3h2xd.yaml", {7, 3, 1}});
  CHECK(found.hint == "do it");
}

TEST_CASE("a rule that advises warns") { CHECK(objected(Strength::advise).severity == Severity::warning); }

TEST_CASE("an objection that may be waived says how") {
  CHECK(objected(Strength::expect).hint ==
        "do it\nor, if it did not take place: guerdon waive 2026-7kq3h2xd midterm.present --by luca-bianchi --because "
        "TEXT");
}

TEST_CASE("an objection without a hint of its own still says how to waive it") {
  CHECK(objected(Strength::expect, "participation.days", "").hint ==
        "if it could not be met: guerdon waive 2026-7kq3h2xd participation.days --by luca-bianchi --because TEXT");
}

TEST_CASE("the document of an inquiry is named as the scheme names it") {
  const Sample sample;
  const RuleSetting setting;
  Diagnostics findings;
  const IssueRequest request = sample.request("soft-skills");
  CHECK(Inquiry(sample.record, sample.scheme(), sample.world, setting, &request, findings).document() ==
        "soft skills certificate");
  CHECK(Inquiry(sample.record, sample.scheme(), sample.world, setting, nullptr, findings).document() == "certificate");
}

TEST_CASE("when a rule is judged is said in one word") {
  CHECK(to_string(When::always) == "always");
  CHECK(to_string(When::step) == "step");
  CHECK(to_string(When::issue) == "issue");
}
