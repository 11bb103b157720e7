#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/commands.h"

namespace guerdon {

/// A command line read.
struct CommandLine {
  std::string folder = ".";
  std::optional<std::string> today;
  bool json = false;
  bool no_input = false;
  ColourWhen colour = ColourWhen::by_terminal;
  bool progress_json = false;
  std::optional<std::string> print;  ///< what to print instead of running: help, version
  const Command* command = nullptr;
  Run run;
};

/// Reads the words behind the program's name. Throws Error{usage} that names the word that is wrong and the nearest
/// right one.
CommandLine parse_command_line(const std::vector<std::string>& words);

/// Throws Error{usage}: "`guerdon init` needs `--place TOWN` and `--country CC`". Returns when nothing is missing.
void refuse_missing(std::string_view command, const std::vector<std::string>& missing);

}  // namespace guerdon
