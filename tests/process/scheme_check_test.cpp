#include "process/scheme_check.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::glore;
using guerdon::test::messages;

namespace {

RuleSetting& setting_of(Scheme& scheme, std::string_view rule) {
  return *std::find_if(scheme.rules.begin(), scheme.rules.end(),
                       [&](const RuleSetting& s) { return s.rule.value == rule; });
}

std::string checked(const Scheme& scheme) {
  Diagnostics findings;
  check_scheme(scheme, findings);
  return messages(findings, "format");
}

}  // namespace

TEST_CASE("the schemes that guerdon brings along fit the rules, and each rule is set by one of them") {
  CHECK(checked(glore()) == "");
  CHECK(checked(guerdon::test::lever_up()) == "");
  for (const Rule* rule : rules()) {
    const bool is_set =
        glore().find_rule(rule->id) != nullptr || guerdon::test::lever_up().find_rule(rule->id) != nullptr;
    CHECK_MESSAGE(is_set, rule->id);
  }
}

TEST_CASE("every rule that LEVER UP requires is a gate of its certificate, or of the documents of an exit") {
  for (const RuleSetting& setting : guerdon::test::lever_up().rules) {
    const bool is_gate = setting.gates("competence") || setting.gates("attendance");
    CHECK_MESSAGE((setting.strength != Strength::require || is_gate), setting.rule.value);
  }
}

TEST_CASE("a rule that guerdon does not know is reported with the nearest") {
  Scheme scheme = glore();
  setting_of(scheme, "midterm.present").rule.value = "midterm.presnt";
  Diagnostics findings;
  check_scheme(scheme, findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message == "no rule `midterm.presnt`");
  CHECK(findings.items()[0].hint == "did you mean `midterm.present`?");
  CHECK(findings.items()[0].where.path == "schemes/glore-1/scheme.yaml");
}

TEST_CASE("a number that a rule needs must be there") {
  Scheme scheme = glore();
  setting_of(scheme, "participation.days").numbers.clear();
  CHECK(checked(scheme) == "participation.days has no number `days`\n");
}

TEST_CASE("a number must be within its bounds") {
  Scheme scheme = glore();
  setting_of(scheme, "participation.days").numbers["days"].value = 0;
  CHECK(checked(scheme) == "0 is not within 1 and 366 for `days` of participation.days\n");
}

TEST_CASE("a word must be one of those the rule knows") {
  Scheme scheme = glore();
  setting_of(scheme, "participation.days").words["absences"] = {"ignored"};
  CHECK(checked(scheme) == "`ignored` is no word for `absences` of participation.days\n");
}

TEST_CASE("a parameter of one word takes one") {
  Scheme scheme = glore();
  setting_of(scheme, "participation.days").words["absences"] = {"counted", "deducted"};
  CHECK(checked(scheme) == "participation.days takes one word as `absences`\n");
}

TEST_CASE("a list of words must not be empty") {
  Scheme scheme = glore();
  setting_of(scheme, "placement.role").words["roles"].clear();
  CHECK(checked(scheme) == "placement.role has no `roles`\n");
}

TEST_CASE("a certificate that a rule names must be one that the scheme issues") {
  Scheme scheme = glore();
  setting_of(scheme, "issue.with-participation").words["certificate"] = {"diploma"};
  CHECK(checked(scheme) == "`diploma` is no word for `certificate` of issue.with-participation\n");
}

TEST_CASE("a parameter that the rule does not have is reported") {
  Scheme scheme = glore();
  setting_of(scheme, "midterm.present").numbers["days"] = {20, {}};
  CHECK(checked(scheme) == "midterm.present has no parameter `days`\n");
}
