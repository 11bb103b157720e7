#include "base/date.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

TEST_CASE("a date reads and prints as year, month, day") {
  const auto date = Date::parse("2026-03-02");
  REQUIRE(date);
  CHECK(date->year() == 2026);
  CHECK(date->month() == 3);
  CHECK(date->day() == 2);
  CHECK(date->to_string() == "2026-03-02");
}

TEST_CASE("what is no day of the calendar is no date") {
  for (const char* text : {"", "2026-02-30", "2025-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
                           "2026-01-00", "2026-1-01", "1899-12-31", "3000-01-01", "2026/03/02", "03-02-2026",
                           " 2026-03-02", "2026-03-02T00:00", "2026-03-0x", "+026-03-02"}) {
    CHECK_MESSAGE(!Date::parse(text), text);
  }
}

TEST_CASE("leap days are days") {
  CHECK(Date::parse("2024-02-29"));
  CHECK(Date::parse("2000-02-29"));
}

TEST_CASE("every day of the years guerdon knows survives printing and reading") {
  const Date last = *Date::parse("2999-12-31");
  for (Date day = *Date::parse("1900-01-01"); day < last; day = day.plus_days(1)) {
    if (Date::parse(day.to_string()) != day) FAIL(day.to_string());
  }
}

TEST_CASE("months are counted on the calendar, clamped to the month's last day") {
  struct Row {
    const char* from;
    int months;
    const char* to;
  };
  const std::array<Row, 7> table{{
      {"2025-11-30", 3, "2026-02-28"},
      {"2023-11-30", 3, "2024-02-29"},
      {"2026-01-31", 1, "2026-02-28"},
      {"2026-05-31", 1, "2026-06-30"},
      {"2026-12-15", 1, "2027-01-15"},
      {"2024-02-29", 12, "2025-02-28"},
      {"2026-03-31", -1, "2026-02-28"},
  }};
  for (const Row& row : table)
    CHECK(Date::parse(row.from)->plus_months(row.months).to_string() == row.to);
}

TEST_CASE("days between two dates are signed") {
  const Date from = *Date::parse("2021-04-30");
  const Date to = *Date::parse("2021-08-03");
  CHECK(days_between(from, to) == 95);
  CHECK(days_between(to, from) == -95);
}
