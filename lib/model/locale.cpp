#include "model/locale.h"

#include "model/read.h"

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

}  // namespace

std::string Locale::date(Date day) const {
  return filled(date_pattern, {{"day", std::to_string(day.day())},
                               {"month", months.at(static_cast<std::size_t>(day.month() - 1))},
                               {"year", std::to_string(day.year())}});
}

std::string Locale::date_before(Date from, Date to) const {
  if (from.year() != to.year()) return date(from);
  return filled(day_and_month_pattern, {{"day", std::to_string(from.day())},
                                        {"month", months.at(static_cast<std::size_t>(from.month() - 1))}});
}

std::string Locale::period(Date from, Date to) const {
  if (from == to) return date(from);
  return filled(period_pattern, {{"from", date_before(from, to)}, {"to", date(to)}});
}

std::string Locale::amount(std::string_view what, int count) const {
  const auto found = amounts.find(what);
  if (found == amounts.end() || found->second.empty()) return std::to_string(count);
  return filled(count == 1 ? found->second.front() : found->second.back(), {{"n", std::to_string(count)}});
}

std::string Locale::number(int count) const {
  const auto at = static_cast<std::size_t>(count);
  return count >= 0 && at < numbers.size() ? numbers[at] : std::to_string(count);
}

std::string Locale::place(const std::string& town, const std::string& country) const {
  const auto found = countries.find(country);
  if (found == countries.end()) return town;
  return filled(place_pattern, {{"town", town}, {"country", found->second}});
}

std::optional<Locale> read_locale(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a locale");
  const bool readable = check_format(fields, reader, "locale/1");
  Locale out;
  out.language = read_slug(fields.require("language"), reader).value;
  out.name = read_text(fields.require("name"), reader, line_limit).value;
  out.months = read_strings(fields.require("months"), reader, "months");
  if (out.months.size() != 12) reader.error(document.root, "a locale names twelve months");
  out.date_pattern = read_text(fields.require("date"), reader, line_limit).value;
  out.day_and_month_pattern = read_text(fields.require("day-and-month"), reader, line_limit).value;
  out.period_pattern = read_text(fields.require("period"), reader, line_limit).value;
  if (const yaml::Node* list = fields.require("list")) {
    yaml::Fields inside(*list, reader, "list");
    out.list_between = read_separator(inside.require("between"), reader);
    out.list_last = read_separator(inside.require("last"), reader);
  }
  out.amounts = read_entries(fields.require("amounts"), reader, "amounts", [&](const yaml::Node& forms) {
    return read_strings(&forms, reader, "the forms of an amount");
  });
  out.numbers = read_strings(fields.require("numbers"), reader, "numbers");
  const yaml::Node* specimen = fields.find("specimen");
  out.specimen = specimen != nullptr ? read_text(specimen, reader, line_limit).value : "SPECIMEN";
  out.place_pattern = read_text(fields.require("place"), reader, line_limit).value;
  out.countries = read_entries(fields.require("countries"), reader, "countries",
                               [&](const yaml::Node& name) { return read_text(&name, reader, line_limit).value; });
  if (!readable || out.months.size() != 12) return std::nullopt;
  return out;
}

}  // namespace guerdon
