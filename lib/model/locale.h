#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "yaml/node.h"

namespace guerdon {

/// How a language says dates, amounts, lists and numbers: `templates/locale/<language>.yaml`, format `locale/1`.
/// It serves when facts are frozen; a page never needs it again.
struct Locale {
  std::string language;
  std::string name;  ///< in the language itself
  std::vector<std::string> months;
  std::string date_pattern;  ///< `{day} {month} {year}`
  std::string day_and_month_pattern;
  std::string period_pattern;  ///< `{from} to {to}`
  std::string list_between;
  std::string list_last;
  std::map<std::string, std::vector<std::string>, std::less<>>
      amounts;                       ///< "hours" -> the form for one, the form for more
  std::vector<std::string> numbers;  ///< zero, one, two, …
  std::string specimen;              ///< the word across a page that is no certificate
  std::string place_pattern;         ///< `{town}, {country}`
  std::map<std::string, std::string, std::less<>> countries;

  [[nodiscard]] std::string date(Date day) const;
  /// The first day without its year when both share it: `2 March to 28 August 2026`.
  [[nodiscard]] std::string period(Date from, Date to) const;
  /// How `from` is said when `to` follows in the same sentence.
  [[nodiscard]] std::string date_before(Date from, Date to) const;
  /// `640 hours`
  [[nodiscard]] std::string amount(std::string_view what, int count) const;
  /// `seven`; the numeral where the language has no word on record.
  [[nodiscard]] std::string number(int count) const;
  /// `Torino, Italy`; the town alone for a country that is not on record.
  [[nodiscard]] std::string place(const std::string& town, const std::string& country) const;
};

/// Reads a locale file; reports what does not fit, empty only when the file is of another format.
std::optional<Locale> read_locale(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
