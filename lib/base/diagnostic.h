#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guerdon {

/// A place in a text: line and column count from 1, column and length in bytes (printed in code points).
/// Line 0 means the text as a whole.
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t length = 0;

  auto operator<=>(const Place&) const = default;
};

/// A place in a file. `path` is relative to the workspace, or a name in angle brackets for what is no file.
struct Location {
  std::string path;
  Place place;

  auto operator<=>(const Location&) const = default;
};

/// A value and where a person wrote it.
template <class T>
struct Located {
  T value{};
  Place place{};
};

enum class Severity : std::uint8_t { error, warning, note };

std::string_view to_string(Severity severity);

/// One finding about one place. `message` is lower case without full stop and names the value and the limit;
/// `hint` says what to do, a command where one exists, may have several lines and may be empty.
struct Diagnostic {
  Severity severity = Severity::error;
  std::string rule;
  Location where;
  std::string message;
  std::string hint;
};

/// How many findings of one file are worth telling.
constexpr std::size_t most_findings_of_file = 100;

/// The findings of one run, in the order they were made until `sort`.
class Diagnostics {
 public:
  void add(Diagnostic finding) { items_.push_back(std::move(finding)); }
  void error(std::string_view rule, Location where, std::string message, std::string hint = {});
  void warning(std::string_view rule, Location where, std::string message, std::string hint = {});
  void append(const Diagnostics& other);

  /// Orders by path, line, column, rule, and drops exact repetitions.
  void sort();

  /// Keeps `most_findings_of_file` of each file, and behind them says how many more there are.
  void shorten();

  [[nodiscard]] const std::vector<Diagnostic>& items() const { return items_; }
  [[nodiscard]] std::vector<Diagnostic>& items() { return items_; }
  [[nodiscard]] bool empty() const { return items_.empty(); }
  [[nodiscard]] std::size_t count(Severity severity) const;
  [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }

 private:
  std::vector<Diagnostic> items_;
};

}  // namespace guerdon
