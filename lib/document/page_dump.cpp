#include "document/page_dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

namespace guerdon {

namespace {

std::string colour(Colour c) { return fmt::format("#{:02X}{:02X}{:02X}", c.red, c.green, c.blue); }

/// Two decimals, without the minus of a rounded zero.
std::string mm(double value) {
  std::string text = fmt::format("{:.2f}", value);
  return text == "-0.00" ? "0.00" : text;
}

struct Describe {
  std::string operator()(const TextRun& run) const {
    std::string tracking = run.tracking_em == 0 ? "" : fmt::format(" tracking {}", run.tracking_em);
    if (run.angle != 0) tracking += fmt::format(" at {} degrees", run.angle);
    return fmt::format("text {} {} width {} {} {}pt{} {}{} \"{}\"", mm(run.at.x), mm(run.at.y), mm(run.width),
                       run.font->key(), run.size_pt, tracking, colour(run.colour),
                       run.shaped->right_to_left ? " rtl" : "", run.text());
  }
  std::string operator()(const FilledBox& box) const {
    return fmt::format("box {} {} {} x {} {}", mm(box.at.x), mm(box.at.y), mm(box.width), mm(box.height),
                       colour(box.colour));
  }
  std::string operator()(const StrokedLine& line) const {
    return fmt::format("line {} {} to {} {} {:.3f} {}", mm(line.from.x), mm(line.from.y), mm(line.to.x), mm(line.to.y),
                       line.thickness, colour(line.colour));
  }
  std::string operator()(const ClosedPath& path) const {
    std::string text = "path";
    for (const Point& point : path.points)
      text += fmt::format(" {},{}", mm(point.x), mm(point.y));
    text += " fill " + colour(path.fill);
    if (path.thickness > 0) text += fmt::format(" stroke {} {}", path.thickness, colour(path.stroke));
    return text;
  }
  std::string operator()(const CellGrid& grid) const {
    std::set<std::pair<int, int>> dark;
    for (const CellGrid::Block& block : grid.dark) {
      for (int row = block.row; row < block.row + block.rows; ++row) {
        for (int column = block.column; column < block.column + block.columns; ++column)
          dark.emplace(row, column);
      }
    }
    return fmt::format("grid {} {} side {} cells {} dark {} {}", mm(grid.at.x), mm(grid.at.y), mm(grid.side),
                       grid.cells, dark.size(), colour(grid.colour));
  }
  std::string operator()(const Picture& picture) const {
    const Image& image = *picture.image;
    const std::string size = image.form ? fmt::format("{} x {} mm", mm(image.form->width), mm(image.form->height))
                                        : fmt::format("{} x {} pixels", image.width, image.height);
    return fmt::format("picture {} {} {} x {} of {} {}", mm(picture.at.x), mm(picture.at.y), mm(picture.width),
                       mm(picture.height), size, image.sha256.substr(0, 16));
  }
};

/// The elements from the outermost to `element`.
std::vector<int> path_to(const Page& page, int element) {
  std::vector<int> path;
  for (; element >= 0; element = page.elements[static_cast<std::size_t>(element)].parent)
    path.push_back(element);
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace

std::string dump_pages(const std::vector<Page>& pages) {
  std::string dump;
  for (std::size_t number = 0; number < pages.size(); ++number) {
    const Page& page = pages[number];
    dump += fmt::format("page {} of {}, {} x {} mm\n", number + 1, pages.size(), page.width, page.height);
    if (page.background != nullptr) dump += fmt::format("  - background {}\n", page.background->sha256.substr(0, 16));
    std::vector<int> open;
    for (const Mark& mark : page.marks) {
      const std::vector<int> path = path_to(page, mark.element);
      if (mark.element >= 0) {
        const auto differs = std::mismatch(path.begin(), path.end(), open.begin(), open.end()).first;
        for (auto it = differs; it != path.end(); ++it) {
          const Element& element = page.elements[static_cast<std::size_t>(*it)];
          dump.append(2 * static_cast<std::size_t>(it - path.begin() + 1), ' ');
          dump += to_string(element.tag);
          if (!element.alternative.empty()) dump += " \"" + element.alternative + "\"";
          dump += '\n';
        }
        open = path;
      }
      dump.append(2 * (path.size() + 1), ' ');
      dump += mark.element < 0 ? "- " : "";
      dump += std::visit(Describe{}, mark.shape) + "\n";
    }
  }
  return dump;
}

}  // namespace guerdon
