#include "pdf/structure.h"

#include <algorithm>
#include <array>
#include <limits>

#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

/// The smallest rectangle around what was added, in mm from the page's top left corner.
struct BoundingBox {
  double left = std::numeric_limits<double>::infinity();
  double top = std::numeric_limits<double>::infinity();
  double right = -std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();

  void add(double x, double y) {
    left = std::min(left, x);
    right = std::max(right, x);
    top = std::min(top, y);
    bottom = std::max(bottom, y);
  }
  void operator()(const TextRun& run) {
    add(run.at.x, run.box_top);
    add(run.at.x + run.width, run.box_top + run.box_height);
  }
  void operator()(const FilledBox& box) {
    add(box.at.x, box.at.y);
    add(box.at.x + box.width, box.at.y + box.height);
  }
  void operator()(const StrokedLine& line) {
    const double half = line.thickness / 2;
    for (const Point& end : {line.from, line.to}) {
      add(end.x - half, end.y - half);
      add(end.x + half, end.y + half);
    }
  }
  void operator()(const ClosedPath& path) {
    const double half = path.thickness / 2;
    for (const Point& point : path.points) {
      add(point.x - half, point.y - half);
      add(point.x + half, point.y + half);
    }
  }
  void operator()(const CellGrid& grid) {
    add(grid.at.x, grid.at.y);
    add(grid.at.x + grid.side, grid.at.y + grid.side);
  }
  void operator()(const Picture& picture) {
    add(picture.at.x, picture.at.y);
    add(picture.at.x + picture.width, picture.at.y + picture.height);
  }
};

Box joined(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.bottom, b.bottom), std::max(a.right, b.right), std::max(a.top, b.top)};
}

bool is_empty(const Box& box) { return box.right < box.left; }

constexpr Box no_box{1, 1, -1, -1};

/// A table keeps its columns although a cell of it says nothing.
bool is_cell(Tag tag) { return tag == Tag::column_header || tag == Tag::row_header || tag == Tag::table_cell; }

/// What `mark` covers of `page`.
Box bounds_of(const Mark& mark, const Page& page) {
  BoundingBox box;
  std::visit([&box](const auto& shape) { box(shape); }, mark.shape);
  return {box.left * points_per_mm, (page.height - box.bottom) * points_per_mm, box.right * points_per_mm,
          (page.height - box.top) * points_per_mm};
}

}  // namespace

void append_box(std::string& out, const Box& box) {
  out += '[';
  for (const double edge : {box.left, box.bottom, box.right, box.top}) {
    append_number(out, edge, 1);
    out += ' ';
  }
  out.back() = ']';
}

std::string_view standard_name(Tag tag) {
  static constexpr std::array<std::string_view, 17> names{"H1",    "H2",    "P",     "Figure", "Link", "Span",
                                                          "Table", "THead", "TBody", "TR",     "TH",   "TH",
                                                          "TD",    "L",     "LI",    "Lbl",    "LBody"};
  return names.at(static_cast<std::size_t>(tag));
}

Structure::Structure(const std::vector<Page>& pages) : pages_(pages), owners_(pages.size()) {
  nodes_.push_back({nullptr, 0, 0, true});
  for (std::size_t page = 0; page < pages.size(); ++page) {
    first_.push_back(nodes_.size());
    for (const Element& element : pages[page].elements) {
      const std::size_t parent = element.parent < 0 ? 0 : first_[page] + static_cast<std::size_t>(element.parent);
      nodes_.push_back({&element, parent, page, false});
    }
  }
  listed_ = first_;
  boxes_.assign(nodes_.size(), no_box);
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const Mark& mark : pages[page].marks)
      add_to_box(page, mark);
  }
}

/// Adds `mark` to the boxes of the figures and links around it.
void Structure::add_to_box(std::size_t page, const Mark& mark) {
  if (mark.element < 0) return;
  for (std::size_t node = node_of(page, mark.element); node != 0; node = nodes_[node].parent) {
    const Tag tag = nodes_[node].element->tag;
    if (tag != Tag::figure && tag != Tag::link) continue;
    const Box box = bounds_of(mark, pages_[page]);
    boxes_[node] = is_empty(boxes_[node]) ? box : joined(boxes_[node], box);
  }
}

std::size_t Structure::node_of(std::size_t page, int element) const {
  return first_[page] + static_cast<std::size_t>(element);
}

// Elements stand in reading order, so that all before one that shows something come before what it shows.
void Structure::list_up_to(std::size_t page, std::size_t node) {
  for (std::size_t& next = listed_[page]; next <= node; ++next)
    kids_.push_back({nodes_[next].parent, Kind::node, next});
}

int Structure::open(std::size_t page, int element) {
  const std::size_t node = node_of(page, element);
  list_up_to(page, node);
  const std::size_t id = owners_[page].size();
  owners_[page].push_back(node);
  kids_.push_back({node, Kind::content, id});
  for (std::size_t up = node; !nodes_[up].shown; up = nodes_[up].parent)
    nodes_[up].shown = true;
  return static_cast<int>(id);
}

std::vector<Structure::Link> Structure::links() const {
  std::vector<Link> links;
  for (std::size_t node = 1; node < nodes_.size(); ++node) {
    const Node& at = nodes_[node];
    if (at.element->tag != Tag::link || is_empty(boxes_[node])) continue;
    links.push_back({at.page, static_cast<int>(node - first_[at.page]), boxes_[node], at.element->alternative});
    for (std::size_t inner = node + 1; links.back().description.empty() && inner < nodes_.size(); ++inner) {
      if (nodes_[inner].parent == node) links.back().description = nodes_[inner].element->alternative;
    }
  }
  return links;
}

std::size_t Structure::attach(const Link& link, std::size_t annotation) {
  const std::size_t node = node_of(link.page, link.element);
  kids_.push_back({node, Kind::annotation, annotation});
  annotations_.push_back({node, annotation});
  return pages_.size() + annotations_.size() - 1;
}

std::string Structure::attributes(const Node& node, const Box& box) const {
  switch (node.element->tag) {
    case Tag::column_header:
      return "/A<</O/Table/Scope/Column>>";
    case Tag::row_header:
      return "/A<</O/Table/Scope/Row>>";
    case Tag::figure: {
      std::string text = "/A<</O/Layout/BBox";
      append_box(text, box);
      if (node.parent == 0) text += "/Placement/Block";
      return text + ">>";
    }
    default:
      return {};
  }
}

void Structure::append_kids(std::string& out, std::size_t node, const std::vector<std::size_t>& numbers,
                            const std::vector<std::vector<const Kid*>>& kids) const {
  const std::vector<const Kid*>& own = kids[node];
  if (own.empty()) return;
  out += "/K";
  // A number needs no brackets, but a delimiter.
  out += own.size() == 1 ? (own.front()->kind == Kind::annotation ? "" : " ") : "[";
  for (const Kid* kid : own) {
    if (kid != own.front() && kid->kind != Kind::annotation) out += ' ';
    switch (kid->kind) {
      case Kind::node:
        append_reference(out, numbers[kid->value]);
        break;
      case Kind::content:
        append_integer(out, kid->value);
        break;
      case Kind::annotation:
        out += "<</Type/OBJR/Obj ";
        append_reference(out, kid->value);
        out += ">>";
        break;
    }
  }
  if (own.size() > 1) out += ']';
}

std::vector<bool> Structure::kept() const {
  std::vector<bool> kept(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const Node& node = nodes_[i];
    kept[i] = node.shown || (is_cell(node.element->tag) && nodes_[node.parent].shown);
  }
  return kept;
}

std::vector<Structure::Kid> Structure::all_kids() const {
  std::vector<Kid> all = kids_;
  // What stands behind the last mark of its page.
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    const std::size_t end = page + 1 < pages_.size() ? first_[page + 1] : nodes_.size();
    for (std::size_t node = listed_[page]; node < end; ++node)
      all.push_back({nodes_[node].parent, Kind::node, node});
  }
  return all;
}

void Structure::append_properties(std::string& out, const Node& node, const Box& box) const {
  const Element& element = *node.element;
  if (!element.alternative.empty()) out += "/Alt" + text_string(element.alternative);
  if (!element.language.empty()) out += "/Lang" + text_string(element.language);
  out += attributes(node, box);
}

void Structure::append_parents(std::string& out, const std::vector<std::size_t>& numbers) const {
  out += "<</Nums[";
  for (std::size_t page = 0; page < pages_.size(); ++page) {
    append_integer(out, page);
    out += '[';
    for (const std::size_t node : owners_[page]) {
      append_reference(out, numbers[node]);
      out += ' ';
    }
    out += ']';
  }
  for (std::size_t i = 0; i < annotations_.size(); ++i) {
    append_integer(out, pages_.size() + i);
    out += ' ';
    append_reference(out, numbers[annotations_[i].node]);
    out += ' ';
  }
  out += "]>>";
}

std::size_t Structure::add_to(PdfObjects& objects, const std::vector<std::size_t>& page_objects) const {
  const std::vector<bool> kept = this->kept();
  const std::vector<Kid> listed = all_kids();
  std::vector<std::vector<const Kid*>> kids(nodes_.size());
  for (const Kid& kid : listed) {
    if (kid.kind != Kind::node || kept[kid.value]) kids[kid.parent].push_back(&kid);
  }
  const std::size_t root = objects.reserve();
  std::vector<std::size_t> numbers(nodes_.size());
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (kept[i]) numbers[i] = objects.reserve();
  }
  const std::size_t parents = objects.reserve();

  objects.begin(root) += "<</Type/StructTreeRoot/K " + reference(numbers[0]) + "/ParentTree " + reference(parents) +
                         "/ParentTreeNextKey " + std::to_string(pages_.size() + annotations_.size()) + ">>";
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    if (!kept[i]) continue;
    const Node& node = nodes_[i];
    std::string& body = objects.begin(numbers[i]);
    body += "<</S/";
    body += i == 0 ? "Document" : standard_name(node.element->tag);
    body += "/P ";
    append_reference(body, i == 0 ? root : numbers[node.parent]);
    const bool shows =
        std::any_of(kids[i].begin(), kids[i].end(), [](const Kid* kid) { return kid->kind != Kind::node; });
    if (shows) {
      body += "/Pg ";
      append_reference(body, page_objects[node.page]);
    }
    if (i > 0) append_properties(body, node, boxes_[i]);
    append_kids(body, i, numbers, kids);
    body += ">>";
  }
  append_parents(objects.begin(parents), numbers);
  return root;
}

}  // namespace guerdon::pdf
