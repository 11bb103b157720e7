#include "model/practitioner.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Practitioner::Badge badge(const char* role, const char* from, const char* to) {
  Practitioner::Badge out;
  out.role.value = role;
  out.valid.from = Located<Date>{*Date::parse(from), {}};
  if (to != nullptr) out.valid.to = Located<Date>{*Date::parse(to), {}};
  out.centre.value = from;
  return out;
}

/// A tutor, then an assessor, then after a gap a tutor again.
Practitioner practitioner() {
  Practitioner out;
  out.badges = {badge("tutor", "2020-01-01", "2021-12-31"), badge("assessor", "2021-01-01", "2022-12-31"),
                badge("tutor", "2024-01-01", nullptr)};
  return out;
}

/// When the badge of that role that holds on the day began.
std::string begun(const char* role, const char* day) {
  const Practitioner one = practitioner();
  const Practitioner::Badge* found = one.find_badge(role, *Date::parse(day));
  return found != nullptr ? found->valid.from->value.to_string() : "none";
}

}  // namespace

TEST_CASE("a badge holds on its first and on its last day, and on no other") {
  CHECK(begun("tutor", "2019-12-31") == "none");
  CHECK(begun("tutor", "2020-01-01") == "2020-01-01");
  CHECK(begun("tutor", "2021-12-31") == "2020-01-01");
  CHECK(begun("tutor", "2022-01-01") == "none");
}

TEST_CASE("a badge without a last day holds from then on") {
  CHECK(begun("tutor", "2023-12-31") == "none");
  CHECK(begun("tutor", "2024-01-01") == "2024-01-01");
  CHECK(begun("tutor", "2999-12-31") == "2024-01-01");
}

TEST_CASE("a badge of another role does not stand in") {
  CHECK(begun("assessor", "2021-06-01") == "2021-01-01");
  CHECK(begun("assessor", "2020-06-01") == "none");
  CHECK(begun("trainer", "2021-06-01") == "none");
}
