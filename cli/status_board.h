#pragma once

#include <string>
#include <vector>

#include "cli/terminal.h"
#include "flow/board.h"

namespace guerdon {

/// How a board is shown.
struct BoardView {
  Date today;
  int due_days = 30;         ///< what is due within them stands together
  bool with_closed = false;  ///< list at a terminal, too, the cases that nobody waits for any more
  Screen screen;
};

/// The lines as a table in groups, the most urgent first. At a terminal a headline counts them, no line is wider than
/// the screen, and of the cases that are issued, too short or left only the number is told.
std::string board_text(const std::vector<BoardLine>& lines, const BoardView& view);

}  // namespace guerdon
