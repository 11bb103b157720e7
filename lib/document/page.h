#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "document/image.h"
#include "document/shape.h"

namespace guerdon {

constexpr double mm_per_point = 25.4 / 72;

/// sRGB.
struct Colour {
  std::uint8_t red = 0;
  std::uint8_t green = 0;
  std::uint8_t blue = 0;

  bool operator==(const Colour&) const = default;
};

/// What a structure element is. Source: ISO 32000-1, 14.8.4.
enum class Tag : std::uint8_t {
  title,    ///< H1
  heading,  ///< H2
  paragraph,
  figure,
  link,
  span,
  table,
  table_head,
  table_body,
  table_row,
  column_header,  ///< TH, scope Column
  row_header,     ///< TH, scope Row
  table_cell,
  list,
  list_item,
  list_label,
  list_body
};

/// The name under which a page dump shows `tag`.
std::string_view to_string(Tag tag);

/// A node of the page's structure.
struct Element {
  Tag tag = Tag::paragraph;
  int parent = -1;          ///< index on the same page; -1 at the top
  std::string alternative;  ///< what is read aloud in its place; empty for none
  std::string language;     ///< empty: the certificate's

  bool operator==(const Element&) const = default;
};

/// A point in mm from the page's top left corner, y down.
struct Point {
  double x = 0;
  double y = 0;

  bool operator==(const Point&) const = default;
};

/// Glyphs of one shaped text on one baseline. The font must outlive the page.
struct TextRun {
  const Font* font = nullptr;
  double size_pt = 0;
  double tracking_em = 0;
  Colour colour;
  Point at;            ///< begin of the baseline
  double width = 0;    ///< advance without the spaces at its end
  double box_top = 0;  ///< top of its line
  double box_height = 0;
  std::shared_ptr<const ShapedText> shaped;
  std::size_t first = 0;  ///< glyphs [first, end)
  std::size_t end = 0;
  std::string language = {};  ///< BCP 47, where it is not the page's
  double angle = 0;           ///< of the baseline, degrees anticlockwise

  /// The text of its glyphs, with the space at a soft line break.
  [[nodiscard]] std::string_view text() const;
};

/// A filled rectangle.
struct FilledBox {
  Point at;
  double width = 0;
  double height = 0;
  Colour colour;
};

/// A stroked straight line.
struct StrokedLine {
  Point from;
  Point to;
  double thickness = 0;
  Colour colour;
};

/// A closed path of straight lines, filled with `fill`, stroked with `stroke` where `thickness` is not 0.
struct ClosedPath {
  std::vector<Point> points;
  Colour fill;
  Colour stroke;
  double thickness = 0;
};

/// Dark cells of a square grid, painted as one path of blocks that may overlap.
struct CellGrid {
  struct Block {
    int column = 0;
    int row = 0;
    int columns = 0;
    int rows = 0;
  };
  Point at;
  int cells = 0;    ///< on a side
  double side = 0;  ///< in mm
  Colour colour;
  std::vector<Block> dark;
};

/// A picture, upright, drawn into a rectangle.
struct Picture {
  std::shared_ptr<const Image> image;
  Point at;
  double width = 0;
  double height = 0;
};

/// Anything painted, and the structure element that it belongs to; -1 for decoration (an artifact).
struct Mark {
  int element = -1;
  std::variant<TextRun, FilledBox, StrokedLine, ClosedPath, CellGrid, Picture> shape;
};

/// One page: its structure and what is painted, in reading order.
struct Page {
  double width = 210;
  double height = 297;
  std::vector<Element> elements;
  std::vector<Mark> marks;
  std::shared_ptr<const Image> background;  ///< a form, drawn below all marks over the whole page; null for none
};

/// The fonts of `pages`, each once, as they come.
std::vector<const Font*> used_fonts(const std::vector<Page>& pages);

/// The images of `pages`, each once, as they come.
std::vector<const Image*> used_images(const std::vector<Page>& pages);

/// Turns the page round for a language that is written from right to left: every mark keeps its shape and its distance
/// from the other side.
void mirror(Page& page);

/// Moves `mark` down by `mm`.
void move_down(Mark& mark, double mm);

}  // namespace guerdon
