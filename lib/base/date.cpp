#include "base/date.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace guerdon {
namespace {

using std::chrono::year_month_day;

year_month_day civil(int days) { return std::chrono::sys_days(std::chrono::days(days)); }

int days_of(const year_month_day& ymd) {
  return static_cast<int>(std::chrono::sys_days(ymd).time_since_epoch().count());
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  int parts[3] = {0, 0, 0};
  const std::string_view fields[3] = {text.substr(0, 4), text.substr(5, 2), text.substr(8, 2)};
  for (int i = 0; i < 3; ++i) {
    for (const char c : fields[i]) {
      if (c < '0' || c > '9') return std::nullopt;
      parts[i] = parts[i] * 10 + (c - '0');
    }
  }
  return from_parts(parts[0], parts[1], parts[2]);
}

std::optional<Date> Date::from_parts(int year, int month, int day) {
  if (year < 1900 || year > 2999 || month < 1 || day < 1) return std::nullopt;
  const year_month_day ymd{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                           std::chrono::day(static_cast<unsigned>(day))};
  if (!ymd.ok()) return std::nullopt;
  return Date(days_of(ymd));
}

int Date::year() const { return static_cast<int>(civil(days_).year()); }
int Date::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Date::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }

std::string Date::to_string() const {
  const year_month_day ymd = civil(days_);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                     static_cast<unsigned>(ymd.day()));
}

Date Date::plus_months(int months) const {
  const year_month_day ymd = civil(days_);
  const std::chrono::year_month month = ymd.year() / ymd.month() + std::chrono::months(months);
  const std::chrono::day last = (month / std::chrono::last).day();
  return Date(days_of(month / std::min(ymd.day(), last)));
}

}  // namespace guerdon
