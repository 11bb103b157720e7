#include "model/event.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Event event(EventKind kind, const char* on) {
  Event out;
  out.kind.value = kind;
  out.on.value = *Date::parse(on);
  return out;
}

const std::vector<Event> life{event(EventKind::suspended, "2026-09-01"),  event(EventKind::reinstated, "2026-09-10"),
                              event(EventKind::replaced, "2026-09-20"),   event(EventKind::suspended, "2026-10-01"),
                              event(EventKind::reinstated, "2026-10-05"), event(EventKind::revoked, "2026-10-10")};

const Event* on(const char* day) { return in_force(life, *Date::parse(day)); }

}  // namespace

TEST_CASE("an event is in force from its day") {
  CHECK(on("2026-08-31") == nullptr);
  CHECK(on("2026-09-01") == &life[0]);
  CHECK(on("2026-10-10") == &life[5]);
}

TEST_CASE("a reinstatement lifts the suspension, not the replacement before it") {
  CHECK(on("2026-09-10") == nullptr);
  CHECK(on("2026-10-01") == &life[3]);
  CHECK(on("2026-10-05") == &life[2]);
}

TEST_CASE("a certificate still counts while it is suspended, and no more when it was revoked, replaced or erased") {
  CHECK(still_counts(nullptr));
  CHECK(still_counts(&life[0]));
  const Event erased = event(EventKind::erased, "2026-10-10");
  for (const Event* ended : {&life[2], &life[5], &erased})
    CHECK_FALSE(still_counts(ended));
}
