#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/plural.h"
#include "model/review.h"
#include "yaml/node.h"

namespace guerdon {

/// How a language says dates, amounts, lists and numbers: `templates/locale/<language>.yaml`, format `locale/1`.
/// It serves when facts are frozen; a page never needs it again.
struct Locale {
  /// Another separator before the last item of a list, where that begins so: Spanish " e " before "i".
  struct LastBefore {
    std::vector<std::string> beginnings;  ///< small letters, accents kept
    std::vector<std::string> unless;      ///< but not before these
    std::string last;
  };

  std::string language;
  std::string name;  ///< in the language itself
  std::optional<Review> reviewed;
  std::vector<std::string> months;  ///< in the form that a date asks for
  std::string first_day;            ///< of a month, "1er"; empty where it is the numeral
  std::string date_pattern;         ///< `{day} {month} {year}`
  std::string day_and_month_pattern;
  std::string period_pattern;  ///< `{from} to {to}`
  std::string list_between;
  std::string list_last;
  std::vector<LastBefore> list_last_before;
  std::vector<std::pair<std::string, PluralRule>> plural;  ///< category -> rule, all but `other`
  std::map<std::string, std::map<std::string, std::string>, std::less<>>
      amounts;                       ///< "hours" -> category -> "{n} hours"
  std::vector<std::string> numbers;  ///< zero, one, two, … in the form that the texts of schemes ask for; may be empty
  std::string group_sign;            ///< between thousands; empty for none
  std::size_t group_from = 4;        ///< digits from which on they are parted
  std::string specimen;              ///< the word across a page that is no certificate
  std::string place_pattern;         ///< `{town}, {country}`
  std::map<std::string, std::string, std::less<>> countries;
  std::map<std::string, std::string, std::less<>> languages;  ///< "pl" -> "Polish"

  [[nodiscard]] std::string date(Date day) const;
  /// The first day without its year when both share it: `2 March to 28 August 2026`.
  [[nodiscard]] std::string period(Date from, Date to) const;
  /// How `from` is said when `to` follows in the same sentence.
  [[nodiscard]] std::string date_before(Date from, Date to) const;
  /// `640 hours`
  [[nodiscard]] std::string amount(std::string_view what, int count) const;
  /// `seven`; the numeral where the language has no word on record.
  [[nodiscard]] std::string number(int count) const;
  /// `1,280`
  [[nodiscard]] std::string numeral(int count) const;
  /// The plural category: `one`, `few`, …, `other`.
  [[nodiscard]] std::string category(int count) const;
  /// What stands before the last item of a list, `item`.
  [[nodiscard]] const std::string& last_before(const std::string& item) const;
  /// `Torino, Italy`; the town alone for a country that is not on record.
  [[nodiscard]] std::string place(const std::string& town, const std::string& country) const;
  /// `Polish`; the code for a language that is not on record.
  [[nodiscard]] std::string language_name(const std::string& code) const;
};

/// Reads a locale file; reports what does not fit, empty only when the file is of another format.
std::optional<Locale> read_locale(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
