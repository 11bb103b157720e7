#include "model/service.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Located<Date> day(const char* text) { return {*Date::parse(text), {}}; }

Placement placement(const char* organisation, const char* from, const char* to, std::optional<int> hours = {}) {
  Placement out;
  out.organisation.value = organisation;
  out.from = day(from);
  out.to = day(to);
  if (hours) out.hours = Located<int>{*hours, {}};
  return out;
}

Change change(ChangeKind kind, const char* to, const char* organisation = nullptr) {
  Change out;
  out.kind.value = kind;
  out.to = day(to);
  if (organisation != nullptr) out.organisation = Located<std::string>{organisation, {}};
  return out;
}

Change absence(const char* from, const char* to, const char* organisation = nullptr) {
  Change out = change(ChangeKind::absent, to, organisation);
  out.from = day(from);
  return out;
}

Case with(std::vector<Placement> placements, std::vector<Change> changes = {}) {
  Case record;
  record.placements = std::move(placements);
  record.changes = std::move(changes);
  return record;
}

}  // namespace

TEST_CASE("an early end makes planned hours unknown until somebody states those that were served") {
  Change ended = change(ChangeKind::ended, "2026-04-10");
  const auto unknown = service_of(with({placement("a", "2026-03-02", "2026-08-28", 640)}, {ended}));
  CHECK_FALSE(unknown->hours.has_value());
  CHECK(unknown->hours_lapsed);
  ended.hours = Located<int>{130, {}};
  const auto stated = service_of(with({placement("a", "2026-03-02", "2026-08-28", 640)}, {ended}));
  CHECK(stated->hours == 130);
  CHECK_FALSE(stated->hours_lapsed);
}

TEST_CASE("hours that are known of one host are no sum while those of the other are unknown") {
  const std::vector<Placement> both{placement("a", "2026-03-02", "2026-08-28", 640),
                                    placement("b", "2026-03-02", "2026-03-31", 20)};
  Change ended = change(ChangeKind::ended, "2026-04-10", "a");
  CHECK_FALSE(service_of(with(both, {ended}))->hours.has_value());
  ended.hours = Located<int>{130, {}};
  CHECK(service_of(with(both, {ended}))->hours == 150);
}

TEST_CASE("hours stated for one host leave those of the other as unknown as they were") {
  const std::vector<Placement> both{placement("a", "2026-03-02", "2026-08-28", 640),
                                    placement("b", "2026-03-02", "2026-08-28", 200)};
  const Change unstated = change(ChangeKind::ended, "2026-04-10", "a");
  Change stated = change(ChangeKind::ended, "2026-05-10", "b");
  stated.hours = Located<int>{80, {}};
  const auto service = service_of(with(both, {unstated, stated}));
  CHECK(service->hours_lapsed);
  CHECK_FALSE(service->hours.has_value());
}

TEST_CASE("an end on the planned day, an absence and an extension leave the hours as they were") {
  const std::vector<Placement> one{placement("a", "2026-03-02", "2026-08-28", 640)};
  CHECK(service_of(with(one, {change(ChangeKind::ended, "2026-08-28")}))->hours == 640);
  CHECK(service_of(with(one, {absence("2026-05-01", "2026-05-31")}))->hours == 640);
  Change extended = change(ChangeKind::extended, "2026-09-30");
  CHECK(service_of(with(one, {extended}))->hours == 640);
  extended.hours = Located<int>{720, {}};
  CHECK(service_of(with(one, {extended}))->hours == 720);
}

TEST_CASE("the first and the last day count") {
  CHECK(service_of(with({placement("a", "2026-03-02", "2026-03-21")}))->days == 20);
  CHECK(service_of(with({placement("a", "2026-03-02", "2026-03-02")}))->days == 1);
}

TEST_CASE("the leap day counts") { CHECK(service_of(with({placement("a", "2028-02-28", "2028-03-01")}))->days == 3); }

TEST_CASE("days at two hosts at a time count once") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-10"), placement("b", "2026-03-05", "2026-03-15")}));
  CHECK(service->days == 15);
  CHECK(service->first == day("2026-03-01").value);
  CHECK(service->last == day("2026-03-15").value);
}

TEST_CASE("a period within another adds nothing") {
  CHECK(service_of(with({placement("a", "2026-03-01", "2026-03-31"), placement("b", "2026-03-05", "2026-03-15")}))
            ->days == 31);
}

TEST_CASE("a break between two periods does not count") {
  const auto service =
      service_of(with({placement("a", "2026-05-01", "2026-05-10"), placement("a", "2026-03-01", "2026-03-10")}));
  CHECK(service->days == 20);
  CHECK(service->first == day("2026-03-01").value);
  CHECK(service->last == day("2026-05-10").value);
}

TEST_CASE("periods stay in the order of the placements") {
  const auto service =
      service_of(with({placement("b", "2026-05-01", "2026-05-10"), placement("a", "2026-03-01", "2026-03-10")}));
  REQUIRE(service->periods.size() == 2);
  CHECK(service->periods[0].placement == 0);
  CHECK(service->periods[0].from == day("2026-05-01").value);
}

TEST_CASE("an early end shortens the service") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-08-31")}, {change(ChangeKind::ended, "2026-03-18")}));
  CHECK(service->days == 18);
  CHECK(service->last == day("2026-03-18").value);
}

TEST_CASE("an early end leaves out the period that had not begun") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31"), placement("b", "2026-04-01", "2026-04-30")},
                      {change(ChangeKind::ended, "2026-03-20")}));
  REQUIRE(service->periods.size() == 1);
  CHECK(service->days == 20);
}

TEST_CASE("a placement that was ended before it began did not come to be") {
  const Case record = with({placement("a", "2026-03-01", "2026-03-10"), placement("b", "2026-04-01", "2026-04-10")},
                           {change(ChangeKind::ended, "2026-03-05")});
  REQUIRE(placements_begun(record).size() == 1);
  CHECK(placements_begun(record)[0] == &record.placements[0]);
}

TEST_CASE("of a stay that never began all placements stand") {
  CHECK(placements_begun(with({placement("a", "2026-03-01", "2026-03-10")}, {change(ChangeKind::ended, "2026-02-20")}))
            .size() == 1);
}

TEST_CASE("the last day is written where it was moved to last") {
  Placement planned = placement("a", "2026-03-01", "2026-08-31");
  planned.to.place.line = 5;
  Change extended = change(ChangeKind::extended, "2026-10-31");
  extended.to->place.line = 9;
  Change shorter = change(ChangeKind::extended, "2026-09-30");
  shorter.to->place.line = 12;
  CHECK(service_of(with({planned}))->last_place.line == 5);
  CHECK(service_of(with({planned}, {extended}))->last_place.line == 9);
  CHECK(service_of(with({planned}, {extended, shorter}))->last_place.line == 9);
}

TEST_CASE("an early end at one host leaves the other alone") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31"), placement("b", "2026-03-01", "2026-04-30")},
                      {change(ChangeKind::ended, "2026-03-20", "b")}));
  CHECK(service->last == day("2026-03-31").value);
}

TEST_CASE("who never came served no day") {
  CHECK_FALSE(service_of(with({placement("a", "2026-03-01", "2026-03-31")}, {change(ChangeKind::ended, "2026-02-20")}))
                  .has_value());
}

TEST_CASE("a case without a placement has no service") { CHECK_FALSE(service_of(Case{}).has_value()); }

TEST_CASE("an extension lengthens the period that ends last") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31"), placement("b", "2026-04-01", "2026-04-30")},
                      {change(ChangeKind::extended, "2026-05-31")}));
  CHECK(service->periods[0].to == day("2026-03-31").value);
  CHECK(service->periods[1].to == day("2026-05-31").value);
}

TEST_CASE("an extension at one host lengthens its last period") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31"), placement("a", "2026-05-01", "2026-05-31"),
                       placement("b", "2026-06-01", "2026-06-30")},
                      {change(ChangeKind::extended, "2026-06-15", "a")}));
  CHECK(service->periods[0].to == day("2026-03-31").value);
  CHECK(service->periods[1].to == day("2026-06-15").value);
  CHECK(service->periods[2].to == day("2026-06-30").value);
}

TEST_CASE("changes apply in the order in which they stand") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-08-31")},
                      {change(ChangeKind::extended, "2026-10-31"), change(ChangeKind::ended, "2026-09-15")}));
  CHECK(service->last == day("2026-09-15").value);
}

TEST_CASE("an absence is counted apart and takes no day from the service") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31")}, {absence("2026-03-05", "2026-03-07")}));
  CHECK(service->days == 31);
  CHECK(service->absent_days == 3);
}

TEST_CASE("an absence counts only within the service, and once") {
  const auto service = service_of(with({placement("a", "2026-03-01", "2026-03-31")},
                                       {absence("2026-02-20", "2026-03-02"), absence("2026-03-02", "2026-03-03")}));
  CHECK(service->absent_days == 3);
}

TEST_CASE("who was away from one of two hosts was not absent") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31"), placement("b", "2026-03-01", "2026-03-31")},
                      {absence("2026-03-05", "2026-03-07", "a")}));
  CHECK(service->absent_days == 0);
}

TEST_CASE("hours are summed over the placements that state them") {
  const auto service =
      service_of(with({placement("a", "2026-03-01", "2026-03-31", 100), placement("b", "2026-04-01", "2026-04-30"),
                       placement("c", "2026-05-01", "2026-05-31", 60)}));
  CHECK(service->hours == 160);
}

TEST_CASE("without stated hours there are none") {
  CHECK_FALSE(service_of(with({placement("a", "2026-03-01", "2026-03-31")}))->hours.has_value());
}
