#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "flow/survey.h"
#include "process/path.h"

namespace guerdon {

/// The groups of the board, in the order in which they are shown.
enum class BoardGroup : std::uint8_t { overdue, due, waiting, ready, issued, too_short, left };

std::string_view to_string(BoardGroup group);

/// One case on the board.
struct BoardRow {
  std::string case_id;
  std::string name;
  std::string organisation;                ///< name; of each placement's, joined by commas
  std::vector<std::string> organisations;  ///< their ids and names
  std::optional<Date> ends;
  Progress progress;
  std::string next;  ///< section of the next step; "issue" when ready
  std::optional<Date> due;
  BoardGroup group = BoardGroup::waiting;
};

/// A row laid by: of a hundred thousand cases the rows themselves would take more memory than all the rest.
struct BoardLine {
  BoardGroup group = BoardGroup::waiting;
  std::optional<Date> due;
  std::optional<Date> ends;
  std::string packed;

  [[nodiscard]] BoardRow row() const;
};

struct Board {
  std::vector<BoardLine> lines;  ///< by group, then by due date, end, id
  Diagnostics findings;          ///< of cases that cannot be shown
};

/// Where every case stands today; what is due up to `horizon` stands in the group `due`.
Board board_of(const Root& root, const SurveySettings& settings, Date horizon);

}  // namespace guerdon
