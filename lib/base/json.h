#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace guerdon {

/// A JSON value. Numbers are whole; an object keeps the order in which its members were added.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  Json() = default;
  Json(bool value) : value_(value) {}
  Json(int value) : value_(static_cast<std::int64_t>(value)) {}
  Json(std::int64_t value) : value_(value) {}
  Json(std::size_t value) : value_(static_cast<std::int64_t>(value)) {}
  Json(const char* value) : value_(std::string(value)) {}
  Json(std::string_view value) : value_(std::string(value)) {}
  Json(std::string value) : value_(std::move(value)) {}
  Json(Array value) : value_(std::move(value)) {}
  Json(Object value) : value_(std::move(value)) {}

  static Json object(std::initializer_list<Member> members) { return Json(Object(members)); }
  static Json array() { return Json(Array{}); }

  [[nodiscard]] bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  [[nodiscard]] const bool* as_bool() const { return std::get_if<bool>(&value_); }
  [[nodiscard]] const std::int64_t* as_integer() const { return std::get_if<std::int64_t>(&value_); }
  [[nodiscard]] const std::string* as_string() const { return std::get_if<std::string>(&value_); }
  [[nodiscard]] const Array* as_array() const { return std::get_if<Array>(&value_); }
  [[nodiscard]] const Object* as_object() const { return std::get_if<Object>(&value_); }
  [[nodiscard]] Array* as_array() { return std::get_if<Array>(&value_); }
  [[nodiscard]] Object* as_object() { return std::get_if<Object>(&value_); }

  /// The member of that name, or nullptr where there is none or this is no object.
  [[nodiscard]] const Json* find(std::string_view key) const;

  /// Adds a member to an object (null becomes one); the caller does not add a name twice.
  void set(std::string key, Json value);
  /// Adds an item to an array (null becomes one).
  void push_back(Json value);

  bool operator==(const Json&) const = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, std::string, Array, Object> value_;
};

/// What was wrong with a JSON text, and the byte offset.
struct JsonFault {
  std::string message;
  std::size_t offset = 0;
};

/// Reads one JSON text: UTF-8, no duplicate names, whole numbers, depth 64 at most. On a fault returns empty and fills
/// `fault`.
std::optional<Json> parse_json(std::string_view text, JsonFault& fault);

/// Canonical form: names sorted by UTF-16 code unit, no white space, shortest escapes. Source: RFC 8785.
std::string canonical_json(const Json& value);

/// Indented by two, members in their order, one newline at the end: what `--json` prints.
std::string pretty_json(const Json& value);

}  // namespace guerdon
