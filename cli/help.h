#pragma once

#include <string>

#include "cli/commands.h"

namespace guerdon {

/// The program's help: every command in its group.
std::string program_help();

/// "guerdon midterm CASE [OPTIONS]"
std::string usage_line(const Command& command, const Usage& usage);

/// One command's help: usage, arguments, options, examples, from what it declared.
std::string command_help(const Command& command, const Usage& usage);

}  // namespace guerdon
