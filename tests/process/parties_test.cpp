#include "process/parties.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

Sample with_second_host(const char* role) {
  Sample sample;
  Placement second = sample.record.placements[0];
  second.organisation.value = "kipos";
  second.role.value = role;
  second.coordinator.reset();
  sample.record.placements.push_back(second);
  return sample;
}

Staff& president(Sample& sample) { return sample.world.organisations.find("orto-sociale")->second.staff.front(); }

}  // namespace

TEST_CASE("two hosts issue together") {
  const Sample sample = with_second_host("coordinating");
  CHECK(issuing_placements(sample.record, sample.scheme()).size() == 2);
}

TEST_CASE("a host to whom she never came does not issue") {
  Sample sample = with_second_host("hosting");
  Placement& second = sample.record.placements[1];
  second.from.value = second.to.value.plus_days(-10);
  Change ended;
  ended.kind.value = ChangeKind::ended;
  ended.to = Located<Date>{second.from.value.plus_days(-1), {}};
  sample.record.changes.push_back(ended);
  const auto issuing = issuing_placements(sample.record, sample.scheme());
  REQUIRE(issuing.size() == 1);
  CHECK(issuing[0]->organisation.value == "orto-sociale");
}

TEST_CASE("a sending organisation does not issue") {
  const Sample sample = with_second_host("sending");
  CHECK(issuing_placements(sample.record, sample.scheme()).size() == 1);
}

TEST_CASE("two periods at one organisation make one issuing placement") {
  Sample sample = with_second_host("hosting");
  sample.record.placements[1].organisation.value = "orto-sociale";
  CHECK(issuing_placements(sample.record, sample.scheme()).size() == 1);
}

TEST_CASE("without the rule about roles every organisation may issue") {
  Sample sample = with_second_host("sending");
  Scheme scheme = sample.scheme();
  std::erase_if(scheme.rules, [](const RuleSetting& s) { return s.rule.value == "placement.role"; });
  CHECK(issuing_placements(sample.record, scheme).size() == 2);
}

TEST_CASE("of two members of staff with one id the one of the case's organisation is meant") {
  Sample sample;
  Organisation other = sample.world.organisations.find("orto-sociale")->second;
  other.id.value = "aaa";
  sample.world.organisations["aaa"] = other;
  CHECK(find_staff(sample.record, sample.world, "luca-bianchi").organisation->id.value == "orto-sociale");
}

TEST_CASE("staff of other organisations is found too") {
  const Sample sample;
  CHECK(find_staff(sample.record, sample.world, "eleni-papadaki").organisation->id.value == "kipos");
}

TEST_CASE("a member of staff is the volunteer by person, whatever the name") {
  Sample sample;
  president(sample).person = Located<PersonId>{sample.record.person.value, {}};
  CHECK(identity_of(president(sample), sample.record, sample.world) == Identity::same_person);
}

TEST_CASE("a member of staff without a person is taken for the volunteer by name, accents and case aside") {
  Sample sample;
  president(sample).name.value = "zofia WISNIEWSKA";
  CHECK(identity_of(president(sample), sample.record, sample.world) == Identity::same_name);
}

TEST_CASE("a member of staff is compared with the Latin form of the name too") {
  Sample sample;
  sample.world.people.begin()->second.latin = Located<std::string>{"Luca Bianchi", {}};
  CHECK(identity_of(president(sample), sample.record, sample.world) == Identity::same_name);
}

TEST_CASE("a namesake with a person of her own is somebody else") {
  Sample sample;
  president(sample).name.value = "Zofia Wiśniewska";
  president(sample).person = Located<PersonId>{*PersonId::parse("p-11111111"), {}};
  CHECK(identity_of(president(sample), sample.record, sample.world) == Identity::other);
}

TEST_CASE("a mandate holds on its first and on its last day") {
  Staff staff;
  staff.signs.push_back({Located<Date>{*Date::parse("2026-01-01"), {}}, Located<Date>{*Date::parse("2026-06-30"), {}}});
  CHECK_FALSE(has_mandate(staff, *Date::parse("2025-12-31")));
  CHECK(has_mandate(staff, *Date::parse("2026-01-01")));
  CHECK(has_mandate(staff, *Date::parse("2026-06-30")));
  CHECK_FALSE(has_mandate(staff, *Date::parse("2026-07-01")));
}

TEST_CASE("a profession is found by another spelling of its field") {
  Staff staff;
  staff.professions.push_back({Located<std::string>{"urban gardening", {}}, "Agronomist"});
  REQUIRE(find_profession(staff, "Urban-Gardening") != nullptr);
  CHECK(find_profession(staff, "Urban-Gardening")->title == "Agronomist");
  CHECK(find_profession(staff, "gardening") == nullptr);
}

TEST_CASE("a case without a coordinator has a placeholder for one") {
  Sample sample;
  sample.record.placements[0].coordinator.reset();
  CHECK(coordinator_of(sample.record) == "ID");
}

TEST_CASE("a practitioner is compared with the candidate as a member of staff is") {
  const Sample sample;
  Practitioner practitioner;
  practitioner.name.value = "ZOFIA WISNIEWSKA";
  CHECK(identity_of(practitioner, sample.record, sample.world) == Identity::same_name);
  practitioner.person = Located<PersonId>{{"p-11111111"}, {}};
  CHECK(identity_of(practitioner, sample.record, sample.world) == Identity::other);
  practitioner.person = sample.record.person;
  CHECK(identity_of(practitioner, sample.record, sample.world) == Identity::same_person);
}
