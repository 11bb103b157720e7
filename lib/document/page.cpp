#include "document/page.h"

#include <array>

namespace guerdon {

std::string_view to_string(Tag tag) {
  constexpr std::array<std::string_view, 17> names{
      "title",      "heading",    "paragraph",  "figure",     "link",          "span",
      "table",      "table-head", "table-body", "table-row",  "column-header", "row-header",
      "table-cell", "list",       "list-item",  "list-label", "list-body"};
  return names.at(static_cast<std::size_t>(tag));
}

std::string_view TextRun::text() const {
  if (first == end) return {};
  const std::size_t begin = shaped->glyphs[first].cluster;
  return std::string_view(shaped->text).substr(begin, shaped->cluster_end(end - 1) - begin);
}

namespace {

struct MoveDown {
  double mm;

  void operator()(TextRun& run) const {
    run.at.y += mm;
    run.box_top += mm;
  }
  void operator()(FilledBox& box) const { box.at.y += mm; }
  void operator()(StrokedLine& line) const {
    line.from.y += mm;
    line.to.y += mm;
  }
  void operator()(ClosedPath& path) const {
    for (Point& point : path.points)
      point.y += mm;
  }
  void operator()(CellGrid& grid) const { grid.at.y += mm; }
};

}  // namespace

void move_down(Mark& mark, double mm) { std::visit(MoveDown{mm}, mark.shape); }

}  // namespace guerdon
