#include "cli/status_board.h"

#include <fmt/format.h>

#include <map>

#include "base/shorten.h"
#include "base/table.h"
#include "base/text.h"
#include "cli/paint.h"

namespace guerdon {
namespace {

bool is_closed(BoardGroup group) {
  return group == BoardGroup::issued || group == BoardGroup::too_short || group == BoardGroup::left;
}

std::string title(BoardGroup group, const BoardView& view) {
  if (group != BoardGroup::due) return std::string(to_string(group));
  return view.due_days == 30 ? "this month"
                             : fmt::format("within {}", counted(static_cast<std::size_t>(view.due_days), "day"));
}

Ink ink_of(BoardGroup group) {
  switch (group) {
    case BoardGroup::overdue:
      return Ink::red;
    case BoardGroup::due:
      return Ink::yellow;
    case BoardGroup::ready:
      return Ink::green;
    default:
      return is_closed(group) ? Ink::dim : Ink::bold;
  }
}

std::string dots(const Progress& progress) {
  std::string out;
  for (const Step& step : progress.steps)
    out += step.done ? "●" : step.waived ? "◌" : "○";
  return out;
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : std::string("-"); }

/// The counts of the groups: "3 overdue, 7 this month".
std::string counts(const std::map<BoardGroup, std::size_t>& groups, const BoardView& view, bool colour) {
  std::string out;
  for (const auto& [group, count] : groups) {
    const std::string text = fmt::format("{} {}", count, title(group, view));
    out += (out.empty() ? "" : ", ") + painted(text, ink_of(group), colour);
  }
  return out;
}

/// A line on a screen that has room for it; one that has not gets its beginning, without colours.
std::string within(const std::string& coloured, const std::string& plain, std::size_t width) {
  return (display_width(plain) <= width ? coloured : shortened(plain, width)) + '\n';
}

std::string painted_line(const std::string& line, Ink ink, bool colour) {
  return painted(std::string_view(line).substr(0, line.size() - 1), ink, colour) + '\n';
}

std::string listing(const std::vector<const BoardLine*>& lines, const BoardView& view) {
  std::vector<std::vector<std::string>> cells{{"case", "name", "organisation", "ends", "done", "next", "due"}};
  for (const BoardLine* line : lines) {
    const BoardRow row = line->row();
    cells.push_back({row.case_id, sanitized(row.name), sanitized(row.organisation), day(row.ends), dots(row.progress),
                     row.next.empty() ? "-" : row.next, day(row.due)});
  }
  const std::vector<std::string> texts = aligned(std::move(cells), {view.screen.width, {1, 2}, 3});
  std::string out = painted_line(texts.front(), Ink::dim, view.screen.colour);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const BoardGroup group = lines[i]->group;
    if (i == 0 || group != lines[i - 1]->group)
      out += painted(title(group, view), ink_of(group), view.screen.colour) + '\n';
    out += is_closed(group) ? painted_line(texts[i + 1], Ink::dim, view.screen.colour) : texts[i + 1];
  }
  return out;
}

}  // namespace

std::string board_text(const std::vector<BoardLine>& lines, const BoardView& view) {
  const bool is_short = view.screen.is_terminal && !view.with_closed;
  std::map<BoardGroup, std::size_t> groups;
  std::map<BoardGroup, std::size_t> unlisted;
  std::vector<const BoardLine*> listed;
  for (const BoardLine& line : lines) {
    ++groups[line.group];
    if (is_short && is_closed(line.group)) {
      ++unlisted[line.group];
    } else {
      listed.push_back(&line);
    }
  }
  std::string out;
  const std::string head = fmt::format("{}, {}: ", view.today.to_string(), counted(lines.size(), "case"));
  if (view.screen.is_terminal)
    out =
        within(head + counts(groups, view, view.screen.colour), head + counts(groups, view, false), view.screen.width);
  if (!listed.empty()) out += listing(listed, view);
  const std::string closed = fmt::format("not listed: {}; --all lists them", counts(unlisted, view, false));
  if (!unlisted.empty()) out += within(closed, closed, view.screen.width);
  return out;
}

}  // namespace guerdon
