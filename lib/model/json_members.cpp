#include "model/json_members.h"

#include <algorithm>

#include "base/text.h"

namespace guerdon {

Members::Members(const Json& json, std::string where, const std::string& path, Diagnostics& findings)
    : json_(json), where_(std::move(where)), path_(path), findings_(findings) {
  if (json.as_object() != nullptr) asked_.reserve(json.as_object()->size() + 8);
  if (json.as_object() == nullptr) report("is no object");
}

Members::~Members() {
  if (json_.as_object() == nullptr) return;
  for (const auto& [key, value] : *json_.as_object()) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end())
      report("has an unknown member `" + sanitized(key) + '`');
  }
}

const Json* Members::find(std::string_view key) {
  asked_.push_back(key);
  return json_.find(key);
}

const Json* Members::require(std::string_view key) {
  const Json* value = find(key);
  if (value == nullptr) report(fmt::format("has no `{}`", key));
  return value;
}

Date Members::date(std::string_view key) {
  const Json* given = require(key);
  const auto parsed = Date::parse(text(given, key));
  if (!parsed && given != nullptr && given->as_string() != nullptr) report(fmt::format("has no date in `{}`", key));
  return parsed.value_or(Date{});
}

std::optional<Date> Members::optional_date(std::string_view key) {
  return find(key) == nullptr ? std::nullopt : std::optional<Date>(date(key));
}

const Json::Object& Members::entries(std::string_view key) {
  static const Json::Object none;
  const Json* value = require(key);
  if (value == nullptr) return none;
  if (const Json::Object* object = value->as_object()) return *object;
  report(fmt::format("has no object in `{}`", key));
  return none;
}

std::vector<std::string> Members::texts(const Json* list, std::string_view key) {
  std::vector<std::string> out;
  each(list, key, [&](const Json& item, const std::string& /*where*/) { out.push_back(text(&item, key)); });
  return out;
}

std::string Members::inside(std::string_view key) const {
  return where_.empty() ? std::string(key) : fmt::format("{}.{}", where_, key);
}

void Members::report(std::string what) {
  findings_.error("format", {path_, {}},
                  fmt::format("{} {}", where_.empty() ? "the certificate" : '`' + where_ + '`', what),
                  "the facts of a certificate are never edited; take the file from git again");
}

std::string Members::text(const Json* value, std::string_view key) {
  if (value == nullptr) return {};
  if (const std::string* s = value->as_string()) return *s;
  report(fmt::format("has no text in `{}`", key));
  return {};
}

std::optional<int> Members::optional_integer(const Json* value, std::string_view key) {
  if (value == nullptr) return std::nullopt;
  const std::int64_t* i = value->as_integer();
  if (i != nullptr && *i >= 0 && *i <= 1'000'000) return static_cast<int>(*i);
  report(fmt::format("has no number in `{}`", key));
  return std::nullopt;
}

}  // namespace guerdon
