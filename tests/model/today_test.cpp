#include "model/today.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Date day(int number) { return Date::from_days(number); }

}  // namespace

TEST_CASE("what was asked of today holds from the last day that was reached to the first that was not") {
  Today today(day(100));
  DaySpan span;
  today.watch(&span);
  CHECK(span.holds(day(0)));
  CHECK(today.has_reached(day(90)));
  CHECK(today.has_reached(day(80)));
  CHECK_FALSE(today.has_reached(day(120)));
  CHECK_FALSE(today.has_reached(day(110)));
  CHECK_FALSE(span.holds(day(89)));
  CHECK(span.holds(day(90)));
  CHECK(span.holds(day(109)));
  CHECK_FALSE(span.holds(day(110)));
}

TEST_CASE("what is made of the date itself holds on that day alone") {
  Today today(day(100));
  DaySpan span;
  today.watch(&span);
  const Date exact = today;
  CHECK(exact == day(100));
  CHECK_FALSE(span.holds(day(99)));
  CHECK(span.holds(day(100)));
  CHECK_FALSE(span.holds(day(101)));
}

TEST_CASE("the day itself is reached, and unwatched nothing is kept") {
  Today today(day(100));
  CHECK(today.has_reached(day(100)));
  CHECK_FALSE(today.has_reached(day(101)));
  DaySpan span;
  today.watch(&span);
  today.watch(nullptr);
  CHECK_FALSE(today.has_reached(day(101)));
  CHECK(span.holds(day(101)));
}
