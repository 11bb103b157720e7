#include "process/window.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Date day(const char* text) { return *Date::parse(text); }

Service service(const char* first, const char* last) {
  Service out;
  out.first = day(first);
  out.last = day(last);
  return out;
}

}  // namespace

TEST_CASE("a window from 0 to 100 percent is the whole service") {
  const Window window = share_of(service("2026-03-01", "2026-03-10"), 0, 100);
  CHECK(window.from == day("2026-03-01"));
  CHECK(window.to == day("2026-03-10"));
}

TEST_CASE("the last quarter of twenty days is its last five") {
  CHECK(share_of(service("2026-03-01", "2026-03-20"), 75, 100).from == day("2026-03-16"));
}

TEST_CASE("a share that ends within a day holds that day") {
  CHECK(share_of(service("2026-03-01", "2026-03-10"), 0, 65).to == day("2026-03-07"));
}

TEST_CASE("a service of one day has that day as its middle") {
  const Window window = share_of(service("2026-03-01", "2026-03-01"), 35, 65);
  CHECK(window.holds(day("2026-03-01")));
  CHECK_FALSE(window.holds(day("2026-03-02")));
}
