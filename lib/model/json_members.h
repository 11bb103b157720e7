#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/json.h"

namespace guerdon {

/// Reads members of one object of a certificate's facts; what is missing, of the wrong type, or, when it goes out of
/// scope, not asked for is a finding that names it.
class Members {
 public:
  /// `where` names the object within the facts, empty for all of them; json, path and findings must outlive it.
  Members(const Json& json, std::string where, const std::string& path, Diagnostics& findings);
  Members(const Members&) = delete;
  Members& operator=(const Members&) = delete;
  ~Members();

  const Json* find(std::string_view key);
  const Json* require(std::string_view key);

  std::string text(std::string_view key) { return text(require(key), key); }
  std::string optional_text(std::string_view key) { return text(find(key), key); }

  int integer(std::string_view key) { return optional_integer(require(key), key).value_or(0); }
  std::optional<int> optional_integer(std::string_view key) { return optional_integer(find(key), key); }

  Date date(std::string_view key);
  std::optional<Date> optional_date(std::string_view key);

  template <class Id>
  Id id(std::string_view key) {
    const Json* given = require(key);
    const std::string value = text(given, key);
    const auto parsed = Id::parse(value);
    const bool written = given != nullptr && given->as_string() != nullptr;
    if (written && (!parsed || parsed->text != value)) report(fmt::format("has no id in `{}`", key));
    return parsed.value_or(Id{});
  }

  /// The members of an object whose names are free.
  const Json::Object& entries(std::string_view key);

  /// Calls `read` with each item of `list` and what to call it; `list` may be nullptr.
  template <class Read>
  void each(const Json* list, std::string_view key, Read read) {
    if (list == nullptr) return;
    if (list->as_array() == nullptr) {
      report(fmt::format("has no list in `{}`", key));
      return;
    }
    for (const Json& item : *list->as_array())
      read(item, inside(key));
  }

  std::vector<std::string> texts(const Json* list, std::string_view key);

  /// How a finding calls the member `key` of this object.
  [[nodiscard]] std::string inside(std::string_view key) const;

  void report(std::string what);

 private:
  std::string text(const Json* value, std::string_view key);
  std::optional<int> optional_integer(const Json* value, std::string_view key);

  const Json& json_;
  std::string where_;
  const std::string& path_;
  Diagnostics& findings_;
  std::vector<std::string_view> asked_;
};

}  // namespace guerdon
