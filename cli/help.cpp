#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/everywhere.h"

namespace guerdon {
namespace {

std::string everywhere() {
  std::string out = "Everywhere:\n";
  for (const GlobalOption& option : global_options) {
    std::string left{option.name};
    if (!option.short_name.empty()) left = fmt::format("{}, {}", option.short_name, option.name);
    if (option.short_name.empty() && option.name.starts_with("--")) left.insert(0, "    ");
    if (!option.value.empty()) left += fmt::format(" {}", option.value);
    out += fmt::format("  {:29}  {}\n", left, option.description);
  }
  return out;
}

/// The names and the value of an option: `-n, --dry-run`, `    --skill SKILL=LEVEL`
std::string signature(const Input& option) {
  const std::size_t comma = option.names.find(',');
  std::string out = comma == std::string::npos ? "    " + option.names
                                               : option.names.substr(0, comma) + ", " + option.names.substr(comma + 1);
  if (!option.value.empty()) out += ' ' + option.value;
  return out;
}

/// Lines of at most 100 columns, the second and later ones indented by `indent`.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string out;
  std::size_t column = indent;
  std::string_view rest = text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    const std::size_t width = display_width(word);
    if (column > indent && column + 1 + width > 100) {
      out += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return out;
}

}  // namespace

std::string program_help() {
  std::string out =
      "guerdon keeps the record of a volunteer's path to a soft-skills certificate, checks every\nstep, and issues "
      "certificates.\n\nUsage: guerdon COMMAND [OPTIONS]\n";
  std::string_view group;
  for (const Command& command : commands()) {
    if (command.group != group) out += fmt::format("\n{}:\n", group = command.group);
    out += fmt::format("  {:16} {}\n", command.name, command.summary);
  }
  out += '\n';
  out += everywhere();
  out += "\nguerdon COMMAND --help tells more. Begin with: guerdon init --help\n";
  return out;
}

std::string usage_line(const Command& command, const Usage& usage) {
  std::string out = fmt::format("guerdon {}", command.name);
  for (const Input& input : usage.inputs) {
    const std::string shown = input.value + (input.is_list() ? "…" : "");
    if (input.is_argument()) {
      out += input.required ? ' ' + shown : " [" + shown + ']';
    } else if (input.required) {
      out += ' ' + input.with_value();
    }
  }
  return out + " [OPTIONS]";
}

std::string command_help(const Command& command, const Usage& usage) {
  constexpr std::size_t column = 32;
  std::string arguments;
  std::string options;
  for (const Input& input : usage.inputs) {
    if (input.is_argument()) {
      const std::string shown = input.value + (input.is_list() ? "…" : "");
      arguments += fmt::format("  {:28}  {}\n", shown, wrapped(input.description, column));
      continue;
    }
    const std::string left = "  " + signature(input);
    const std::size_t width = display_width(left);
    options += left + (width + 2 <= column ? std::string(column - width, ' ') : '\n' + std::string(column, ' ')) +
               wrapped(input.description, column) + '\n';
  }
  std::string out = fmt::format("Usage: {}\n\n{}.\n", usage_line(command, usage), command.summary);
  if (!arguments.empty()) out += "\nArguments:\n" + arguments;
  if (!options.empty()) out += "\nOptions:\n" + options;
  if (!usage.examples.empty()) out += "\nExamples:\n" + usage.examples;
  return out;
}

}  // namespace guerdon
