#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace guerdon {

/// An option or an argument that a command takes, and where its value goes.
struct Input {
  using Target = std::variant<bool*, unsigned*, std::string*, std::vector<std::string>*>;

  std::string names;  ///< "--by", "-n,--dry-run"; a bare word for an argument
  Target target;      ///< a list takes the option as often as it is given
  std::string value;  ///< what stands for the value in the help: "ID"; empty for a flag
  std::string description;
  bool required = false;

  [[nodiscard]] bool is_argument() const { return !names.starts_with('-'); }
  [[nodiscard]] bool is_list() const { return std::holds_alternative<std::vector<std::string>*>(target); }
  /// The long name, "--dry-run", or the argument's.
  [[nodiscard]] std::string long_name() const { return names.substr(names.find(',') + 1); }
  /// The name alone: "dry-run", or the argument's.
  [[nodiscard]] std::string word() const { return is_argument() ? names : long_name().substr(2); }
  /// As it is written with its value: "--by ID", "CASE".
  [[nodiscard]] std::string with_value() const { return is_argument() ? value : long_name() + ' ' + value; }
};

/// What a command takes: the one description that parsing and help are made from.
struct Usage {
  std::vector<Input> inputs;
  std::string examples;  ///< lines indented by two
  /// Long names of options that take the place of others, each with the long names that may stand beside it.
  std::map<std::string, std::vector<std::string>, std::less<>> alone;

  void add(std::string names, Input::Target target, std::string value, std::string description) {
    inputs.push_back({std::move(names), target, std::move(value), std::move(description), false});
  }
  void require(std::string names, Input::Target target, std::string value, std::string description) {
    inputs.push_back({std::move(names), target, std::move(value), std::move(description), true});
  }
  void flag(std::string names, bool& target, std::string description) {
    inputs.push_back({std::move(names), &target, "", std::move(description), false});
  }
};

}  // namespace guerdon
