#include "process/known.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

/// What is said of one id: the message and the hint; "known" when nothing is.
std::string said_of(const char* id) {
  const Sample sample;
  RuleSetting setting;
  setting.rule.value = "skills.known";
  Diagnostics findings;
  const Inquiry inquiry(sample.record, sample.scheme(), sample.world, setting, nullptr, findings);
  const bool known = is_known(inquiry, {id, {7, 3, 1}}, "skill");
  if (findings.empty()) return known ? "known" : "passed over";
  CHECK_FALSE(known);
  return findings.items()[0].message + " | " + findings.items()[0].hint;
}

}  // namespace

TEST_CASE("the id of a skill is known, a spelling of it is not its id") {
  CHECK(said_of("team-work") == "known");
  CHECK(said_of("Teamwork") == "`Teamwork` is a spelling of team-work, a record holds the id | write `team-work`");
}

TEST_CASE("a word that is no skill is refused with the nearest") {
  CHECK(said_of("teem-work") == "no skill `teem-work` in glore-1 | did you mean `team-work`?");
}

TEST_CASE("what could not be read was reported already") { CHECK(said_of("") == "passed over"); }
