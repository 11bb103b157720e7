#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace guerdon {

/// A civil date of the years 1900 to 2999, without time or zone.
class Date {
 public:
  Date() = default;

  /// `2026-03-02`, nothing else; empty for a day that does not exist.
  static std::optional<Date> parse(std::string_view text);
  static std::optional<Date> from_parts(int year, int month, int day);
  static Date from_days(int days_since_1970) { return Date(days_since_1970); }

  [[nodiscard]] int days_since_1970() const { return days_; }
  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;
  [[nodiscard]] int day() const;

  /// `2026-03-02`
  [[nodiscard]] std::string to_string() const;

  [[nodiscard]] Date plus_days(int days) const { return Date(days_ + days); }

  /// The same day `months` later, clamped to the month's last day: 30 November plus 3 is 28 or 29 February.
  [[nodiscard]] Date plus_months(int months) const;

  auto operator<=>(const Date&) const = default;

 private:
  explicit Date(int days) : days_(days) {}
  int days_ = 0;
};

/// Days from `from` to `to`; negative when `to` is earlier.
inline int days_between(Date from, Date to) { return to.days_since_1970() - from.days_since_1970(); }

}  // namespace guerdon
