#include "base/table.h"

#include <algorithm>
#include <numeric>

#include "base/shorten.h"
#include "base/text.h"

namespace guerdon {
namespace {

using Lines = std::vector<std::vector<std::string>>;
using Widths = std::vector<std::size_t>;

constexpr std::size_t indent = 2;
constexpr std::size_t gap = 2;

Widths widths_of(const Lines& lines) {
  Widths widths;
  for (const auto& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  }
  return widths;
}

std::size_t total(const Widths& widths) {
  return std::accumulate(widths.begin(), widths.end(), indent + (widths.empty() ? 0 : (widths.size() - 1) * gap));
}

/// Takes from the widest elastic column, one by one, until the line fits or there is nothing left to take.
void shrink(Widths& widths, const TableFit& fit) {
  for (std::size_t now = total(widths); now > fit.width; --now) {
    std::size_t* widest = nullptr;
    for (const std::size_t column : fit.elastic) {
      if (column < widths.size() && (widest == nullptr || widths[column] > *widest)) widest = &widths[column];
    }
    if (widest == nullptr || *widest <= 1) return;
    --*widest;
  }
}

bool is_too_narrow(const Widths& shrunk, const Widths& natural, const TableFit& fit) {
  return std::any_of(fit.elastic.begin(), fit.elastic.end(), [&](std::size_t column) {
    return column < shrunk.size() && shrunk[column] < std::min(natural[column], TableFit::enough);
  });
}

void leave_out(Lines& lines, TableFit& fit) {
  for (auto& line : lines) {
    if (*fit.spare < line.size()) line.erase(line.begin() + static_cast<std::ptrdiff_t>(*fit.spare));
  }
  for (std::size_t& column : fit.elastic)
    if (column > *fit.spare) --column;
  fit.spare.reset();
}

/// The widths of the columns within the terminal's; the spare column is taken out of `lines` where it must go.
Widths fitted(Lines& lines, TableFit fit) {
  if (fit.width == 0) return widths_of(lines);
  const Widths natural = widths_of(lines);
  Widths shrunk = natural;
  shrink(shrunk, fit);
  const bool is_enough = total(shrunk) <= fit.width && !is_too_narrow(shrunk, natural, fit);
  if (is_enough || !fit.spare) return shrunk;
  leave_out(lines, fit);
  return fitted(lines, std::move(fit));
}

}  // namespace

std::vector<std::string> aligned(Lines lines, const TableFit& fit) {
  const Widths widths = fitted(lines, fit);
  std::vector<std::string> out;
  for (const auto& line : lines) {
    std::string text(indent, ' ');
    for (std::size_t i = 0; i < line.size(); ++i) {
      const std::string cell = shortened(line[i], widths[i]);
      text += cell;
      if (i + 1 < line.size()) text += std::string(widths[i] + gap - display_width(cell), ' ');
    }
    text.erase(text.find_last_not_of(' ') + 1);
    out.push_back((fit.width > 0 ? shortened(text, fit.width) : text) + '\n');
  }
  return out;
}

}  // namespace guerdon
