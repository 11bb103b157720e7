#include "process/training.h"

#include <doctest/doctest.h>

namespace guerdon {
namespace {

Located<Date> day(const char* text) { return {*Date::parse(text), {}}; }

RuleSetting twenty_hours() {
  RuleSetting out;
  out.numbers["hours"] = {20, {}};
  out.numbers["modules"] = {2, {}};
  return out;
}

Practitioner trained() {
  Practitioner out;
  Practitioner::Training training;
  training.from = day("2024-10-01");
  training.to = day("2024-11-30");
  training.hours = {20, {}};
  training.modules = {{{1, {}}, day("2024-10-08"), true}, {{2, {}}, day("2024-10-15"), true}};
  training.blended = {day("2024-11-30")};
  out.training = training;
  return out;
}

Practitioner::Badge badge_from(const char* text) {
  Practitioner::Badge out;
  out.role = {"tutor", {}};
  out.valid.from = day(text);
  return out;
}

TEST_CASE("A badge after a complete training lacks nothing") {
  CHECK(training_faults(trained(), badge_from("2024-12-01"), twenty_hours()).empty());
}

TEST_CASE("A badge that began before the training ended, with a module and the blended day to come, says all of it") {
  CHECK(training_faults(trained(), badge_from("2024-10-10"), twenty_hours()) ==
        std::vector<std::string>{"began on 2024-10-10, before the training ended on 2024-11-30",
                                 "rests on 1 module passed before it began, 2 are needed",
                                 "rests on a training without a day of the blended part"});
}

TEST_CASE("A module counts once, and only when its test was passed") {
  Practitioner practitioner = trained();
  practitioner.training->modules.push_back({{2, {}}, day("2024-10-22"), true});
  practitioner.training->modules.push_back({{3, {}}, day("2024-10-22"), false});
  CHECK(modules_passed(*practitioner.training, *Date::parse("2024-12-01")) == 2);
}

TEST_CASE("A badge without a training rests on none") {
  Practitioner practitioner = trained();
  practitioner.training.reset();
  CHECK(training_faults(practitioner, badge_from("2024-12-01"), twenty_hours()) ==
        std::vector<std::string>{"rests on no training"});
}

}  // namespace
}  // namespace guerdon
