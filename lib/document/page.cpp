#include "document/page.h"

#include <algorithm>
#include <array>
#include <utility>

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
  void operator()(Picture& picture) const { picture.at.y += mm; }
};

struct Mirror {
  double page_width;

  void operator()(TextRun& run) const { run.at.x = page_width - run.at.x - run.width; }
  void operator()(FilledBox& box) const { box.at.x = page_width - box.at.x - box.width; }
  void operator()(StrokedLine& line) const {
    line.from.x = page_width - line.from.x;
    line.to.x = page_width - line.to.x;
    std::swap(line.from, line.to);
  }
  void operator()(ClosedPath& path) const {
    for (Point& point : path.points)
      point.x = page_width - point.x;
  }
  void operator()(CellGrid& grid) const { grid.at.x = page_width - grid.at.x - grid.side; }
  void operator()(Picture& picture) const { picture.at.x = page_width - picture.at.x - picture.width; }
};

}  // namespace

std::vector<const Font*> used_fonts(const std::vector<Page>& pages) {
  std::vector<const Font*> fonts;
  for (const Page& page : pages) {
    for (const Mark& mark : page.marks) {
      const auto* run = std::get_if<TextRun>(&mark.shape);
      if (run != nullptr && std::find(fonts.begin(), fonts.end(), run->font) == fonts.end()) fonts.push_back(run->font);
    }
  }
  return fonts;
}

std::vector<const Image*> used_images(const std::vector<Page>& pages) {
  std::vector<const Image*> images;
  const auto add = [&images](const Image* image) {
    if (image != nullptr && std::find(images.begin(), images.end(), image) == images.end()) images.push_back(image);
  };
  for (const Page& page : pages) {
    add(page.background.get());
    for (const Mark& mark : page.marks) {
      if (const auto* picture = std::get_if<Picture>(&mark.shape)) add(picture->image.get());
    }
  }
  return images;
}

void mirror(Page& page) {
  for (Mark& mark : page.marks)
    std::visit(Mirror{page.width}, mark.shape);
}

void move_down(Mark& mark, double mm) { std::visit(MoveDown{mm}, mark.shape); }

}  // namespace guerdon
