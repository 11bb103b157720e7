#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "cli/commands.h"

namespace guerdon {

/// A page of the manual, in the macros of man(7).
struct ManPage {
  std::string name;  ///< "guerdon-midterm"
  int section = 1;
  std::string text;

  /// `man1/guerdon-midterm.1`
  [[nodiscard]] std::string file() const;
};

/// `text` as roff takes it: no character of it is a macro or an escape.
std::string roff(std::string_view text);

/// guerdon(1): every command in its group.
ManPage program_page();

/// guerdon-<command>(1), from what the command declares.
ManPage command_page(const Command& command);

/// guerdon-format(5): every kind of file, from the schemas that editors read.
ManPage format_page(const std::vector<Json>& schemas);

}  // namespace guerdon
