#include "model/locale.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/read.h"
#include "model/review_read.h"

namespace guerdon {
namespace {

std::string filled(std::string pattern, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  for (const auto& [name, value] : values) {
    const std::string hole = '{' + std::string(name) + '}';
    if (const std::size_t at = pattern.find(hole); at != std::string::npos) pattern.replace(at, hole.size(), value);
  }
  return pattern;
}

std::vector<std::string> read_strings(const yaml::Node* node, yaml::Reader& reader, std::string_view what) {
  std::vector<std::string> out;
  for (const yaml::Node& item : yaml::items(node, reader, what))
    out.push_back(read_text(&item, reader, line_limit).value);
  return out;
}

/// A separator may be spaces alone, which `read_text` would call empty.
std::string read_separator(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return {};
  if (node->kind != yaml::Kind::scalar) reader.error(*node, "a separator is a text");
  return node->scalar;
}

/// A block whose keys are free, each with what `read` makes of its value.
template <class Read>
auto read_entries(const yaml::Node* node, yaml::Reader& reader, std::string_view what, Read read) {
  std::map<std::string, decltype(read(*node)), std::less<>> out;
  if (node == nullptr) return out;
  if (node->kind != yaml::Kind::mapping) reader.error(*node, std::string(what) + " is a block of keys");
  for (std::size_t i = 0; i < node->keys.size(); ++i)
    out[node->keys[i].scalar] = read(node->items[i]);
  return out;
}

std::string day_text(const Locale& locale, Date day) {
  return day.day() == 1 && !locale.first_day.empty() ? locale.first_day : std::to_string(day.day());
}

/// "another separator before …": a list of such exceptions.
std::vector<Locale::LastBefore> read_exceptions(const yaml::Node* node, yaml::Reader& reader) {
  std::vector<Locale::LastBefore> out;
  for (const yaml::Node& item : yaml::items(node, reader, "before")) {
    yaml::Fields fields(item, reader, "an exception");
    out.push_back({read_strings(fields.require("letters"), reader, "letters"),
                   read_strings(fields.find("unless"), reader, "unless"),
                   read_separator(fields.require("last"), reader)});
  }
  return out;
}

void read_list(const yaml::Node& node, yaml::Reader& reader, Locale& out) {
  yaml::Fields fields(node, reader, "list");
  out.list_between = read_separator(fields.require("between"), reader);
  out.list_last = read_separator(fields.require("last"), reader);
  out.list_last_before = read_exceptions(fields.find("before"), reader);
}

const std::vector<std::string>& plural_categories() {
  static const std::vector<std::string> names{"zero", "one", "two", "few", "many", "other"};
  return names;
}

bool is_category(const std::string& name) {
  const auto& names = plural_categories();
  return std::find(names.begin(), names.end(), name) != names.end();
}

void read_plural(const yaml::Node* node, yaml::Reader& reader, Locale& out) {
  if (node == nullptr) return;
  if (node->kind != yaml::Kind::mapping) reader.error(*node, "plural is a block of keys");
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const std::string& category = node->keys[i].scalar;
    auto rule = PluralRule::parse(node->items[i].scalar);
    if (!is_category(category) || category == "other") {
      reader.error(node->keys[i], fmt::format("`{}` is no plural category with a rule", sanitized(category)),
                   "CLDR has zero, one, two, few and many; other is what is left");
    } else if (!rule) {
      reader.error(node->items[i], "this is no plural rule", "write it as CLDR does: `v = 0 and i % 10 = 2..4`");
    } else {
      out.plural.emplace_back(category, std::move(*rule));
    }
  }
}

/// The forms of one amount: each category of the language, and `other`.
std::map<std::string, std::string> read_forms(const yaml::Node& node, yaml::Reader& reader, const Locale& locale) {
  std::map<std::string, std::string> out;
  if (node.kind != yaml::Kind::mapping) {
    reader.error(node, "the forms of an amount are a block of keys");
    return out;
  }
  for (std::size_t i = 0; i < node.keys.size(); ++i) {
    const std::string& category = node.keys[i].scalar;
    if (!is_category(category))
      reader.error(node.keys[i], fmt::format("`{}` is no plural category", sanitized(category)));
    out[category] = read_text(&node.items[i], reader, line_limit).value;
  }
  const auto need = [&](const std::string& category) {
    if (!out.contains(category)) reader.error(node, fmt::format("the form for `{}` is missing", category));
  };
  for (const auto& [category, rule] : locale.plural)
    need(category);
  need("other");
  return out;
}

void read_grouping(const yaml::Node* node, yaml::Reader& reader, Locale& out) {
  if (node == nullptr) return;
  yaml::Fields fields(*node, reader, "thousands");
  out.group_sign = read_separator(fields.require("sign"), reader);
  if (const auto from = read_integer(fields.find("from"), reader, 4, 9))
    out.group_from = static_cast<std::size_t>(from->value);
}

}  // namespace

std::string Locale::date(Date day) const {
  return filled(date_pattern, {{"day", day_text(*this, day)},
                               {"month", months.at(static_cast<std::size_t>(day.month() - 1))},
                               {"year", std::to_string(day.year())}});
}

std::string Locale::date_before(Date from, Date to) const {
  if (from.year() != to.year()) return date(from);
  return filled(day_and_month_pattern,
                {{"day", day_text(*this, from)}, {"month", months.at(static_cast<std::size_t>(from.month() - 1))}});
}

std::string Locale::period(Date from, Date to) const {
  if (from == to) return date(from);
  return filled(period_pattern, {{"from", date_before(from, to)}, {"to", date(to)}});
}

std::string Locale::amount(std::string_view what, int count) const {
  const auto found = amounts.find(what);
  if (found == amounts.end()) return numeral(count);
  const auto form = found->second.find(category(count));
  return form == found->second.end() ? numeral(count) : filled(form->second, {{"n", numeral(count)}});
}

std::string Locale::number(int count) const {
  const auto at = static_cast<std::size_t>(count);
  return count >= 0 && at < numbers.size() ? numbers[at] : numeral(count);
}

std::string Locale::numeral(int count) const {
  std::string digits = std::to_string(count);
  if (count < 0 || group_sign.empty() || digits.size() < group_from) return digits;
  for (std::size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, group_sign);
  }
  return digits;
}

std::string Locale::category(int count) const {
  const auto found = std::find_if(plural.begin(), plural.end(),
                                  [&](const auto& entry) { return count >= 0 && entry.second.holds(count); });
  return found == plural.end() ? "other" : found->first;
}

const std::string& Locale::last_before(const std::string& item) const {
  const std::string small = lower_case(item);
  const auto begins = [&](const std::string& letters) { return small.starts_with(letters); };
  for (const LastBefore& exception : list_last_before) {
    if (std::any_of(exception.beginnings.begin(), exception.beginnings.end(), begins) &&
        std::none_of(exception.unless.begin(), exception.unless.end(), begins))
      return exception.last;
  }
  return list_last;
}

std::string Locale::place(const std::string& town, const std::string& country) const {
  const auto found = countries.find(country);
  if (found == countries.end()) return town;
  return filled(place_pattern, {{"town", town}, {"country", found->second}});
}

std::string Locale::language_name(const std::string& code) const {
  const auto found = languages.find(code);
  return found == languages.end() ? code : found->second;
}

std::optional<Locale> read_locale(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a locale");
  const bool readable = check_format(fields, reader, "locale/1");
  Locale out;
  out.language = read_slug(fields.require("language"), reader).value;
  out.name = read_text(fields.require("name"), reader, line_limit).value;
  out.reviewed = read_review(fields, reader);
  out.months = read_strings(fields.require("months"), reader, "months");
  if (out.months.size() != 12) reader.error(document.root, "a locale names twelve months");
  out.first_day = read_text(fields.find("first-day"), reader, line_limit).value;
  out.date_pattern = read_text(fields.require("date"), reader, line_limit).value;
  out.day_and_month_pattern = read_text(fields.require("day-and-month"), reader, line_limit).value;
  out.period_pattern = read_text(fields.require("period"), reader, line_limit).value;
  if (const yaml::Node* list = fields.require("list")) read_list(*list, reader, out);
  read_plural(fields.find("plural"), reader, out);
  out.amounts = read_entries(fields.require("amounts"), reader, "amounts",
                             [&](const yaml::Node& forms) { return read_forms(forms, reader, out); });
  out.numbers = read_strings(fields.find("numbers"), reader, "numbers");
  read_grouping(fields.find("thousands"), reader, out);
  const yaml::Node* specimen = fields.find("specimen");
  out.specimen = specimen != nullptr ? read_text(specimen, reader, line_limit).value : "SPECIMEN";
  out.place_pattern = read_text(fields.require("place"), reader, line_limit).value;
  const auto read_name = [&](const yaml::Node& name) { return read_text(&name, reader, line_limit).value; };
  out.countries = read_entries(fields.require("countries"), reader, "countries", read_name);
  out.languages = read_entries(fields.find("languages"), reader, "languages", read_name);
  if (!readable || out.months.size() != 12) return std::nullopt;
  return out;
}

}  // namespace guerdon
