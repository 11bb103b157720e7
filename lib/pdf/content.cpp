#include "pdf/content.h"

#include <cmath>
#include <optional>

#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

constexpr double points_per_mm = 72 / 25.4;

/// Writes marks one after the other and leaves out what the graphics state holds already.
class ContentWriter {
 public:
  ContentWriter(const Page& page, const std::vector<FontUse>& fonts) : page_(page), fonts_(fonts) {}

  /// Begins marked content of an element of the name `tag`.
  void open(std::string_view tag, int id);
  void open_artifact();
  void close() { out_ += "EMC\n"; }

  void operator()(const TextRun& run);
  void operator()(const FilledBox& box);
  void operator()(const StrokedLine& line);
  void operator()(const ClosedPath& path);
  void operator()(const CellGrid& grid);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void number(double value, int decimals = 2) {
    append_number(out_, value, decimals);
    out_ += ' ';
  }
  void point(Point at) {
    number(at.x * points_per_mm);
    number((page_.height - at.y) * points_per_mm);
  }
  void colour(Colour c, const char* name);
  void fill(Colour c);
  void stroke(Colour c, double thickness);
  void select(const TextRun& run, std::size_t font);

  const Page& page_;
  const std::vector<FontUse>& fonts_;
  std::string out_;
  std::optional<Colour> fill_;
  std::optional<Colour> stroke_;
  double thickness_ = 1;
  std::optional<std::size_t> font_;
  double size_ = 0;
  double tracking_ = 0;
};

void ContentWriter::open(std::string_view tag, int id) {
  out_ += '/';
  out_.append(tag).append("<</MCID ");
  append_integer(out_, static_cast<std::size_t>(id));
  out_ += ">>BDC\n";
}

void ContentWriter::open_artifact() { out_ += "/Artifact BMC\n"; }

void ContentWriter::colour(Colour c, const char* name) {
  for (const std::uint8_t part : {c.red, c.green, c.blue})
    number(part / 255.0, 4);
  out_ += name;
  out_ += '\n';
}

void ContentWriter::fill(Colour c) {
  if (fill_ != c) colour(c, "rg");
  fill_ = c;
}

void ContentWriter::stroke(Colour c, double thickness) {
  if (stroke_ != c) colour(c, "RG");
  stroke_ = c;
  if (thickness_ == thickness) return;
  number(thickness * points_per_mm, 3);
  out_ += "w\n";
  thickness_ = thickness;
}

void ContentWriter::select(const TextRun& run, std::size_t font) {
  if (font_ != font || size_ != run.size_pt) {
    out_ += "/F" + std::to_string(font) + " ";
    number(run.size_pt);
    out_ += "Tf\n";
    font_ = font;
    size_ = run.size_pt;
  }
  const double tracking = run.tracking_em * run.size_pt;
  if (tracking_ != tracking) {
    number(tracking, 4);
    out_ += "Tc\n";
    tracking_ = tracking;
  }
}

/// Shows glyphs in one text object: a TJ array where the pen only moves along the line, a text rise where a mark is
/// lifted, ActualText around clusters whose glyphs do not give their text back.
class Show {
 public:
  Show(std::string& out, const TextRun& run, const FontUse& font)
      : out_(out), run_(run), font_(font), unit_(1000.0 / run.font->units_per_em()) {}

  void write() {
    const std::vector<Glyph>& glyphs = run_.shaped->glyphs;
    for (std::size_t i = run_.first; i < run_.end;) {
      std::size_t next = i + 1;
      while (next < run_.end && glyphs[next].cluster == glyphs[i].cluster)
        ++next;
      cluster(i, next);
      i = next;
    }
    end_array();
    rise(0);
  }

 private:
  void cluster(std::size_t begin, std::size_t end) {
    const std::vector<Glyph>& glyphs = run_.shaped->glyphs;
    std::string given;
    for (std::size_t i = begin; i < end; ++i)
      given += font_.text(glyphs[i].id);
    const std::size_t from = glyphs[begin].cluster;
    const std::string_view wanted =
        std::string_view(run_.shaped->text).substr(from, run_.shaped->cluster_end(end - 1) - from);
    const bool replaced = given != wanted;
    if (replaced) {
      end_array();
      out_ += "/Span<</ActualText" + text_string(wanted) + ">>BDC\n";
    }
    for (std::size_t i = begin; i < end; ++i)
      glyph(glyphs[i]);
    if (replaced) {
      end_array();
      out_ += "EMC\n";
    }
  }

  void glyph(const Glyph& glyph) {
    rise(glyph.y_offset * unit_ * run_.size_pt / 1000);
    begin_array();
    const double behind = pen_ - (wanted_ + glyph.x_offset * unit_);
    // Half a thousandth of the size is less than a printer's dot; the pen keeps account of what is left over.
    if (std::abs(behind) >= 0.5) {
      if (in_string_) out_ += '>';
      in_string_ = false;
      const double moved = std::nearbyint(behind);
      append_number(out_, moved, 0);
      pen_ -= moved;
    }
    if (!in_string_) out_ += '<';
    in_string_ = true;
    append_hex16(out_, font_.code(glyph.id));
    pen_ += font_.width(glyph);
    wanted_ += glyph.advance * unit_;
  }

  void rise(double points) {
    if (rise_ == points) return;
    end_array();
    append_number(out_, points, 3);
    out_ += " Ts\n";
    rise_ = points;
  }

  void begin_array() {
    if (!in_array_) out_ += '[';
    in_array_ = true;
  }

  void end_array() {
    if (in_string_) out_ += '>';
    if (in_array_) out_ += "]TJ\n";
    in_string_ = false;
    in_array_ = false;
  }

  std::string& out_;
  const TextRun& run_;
  const FontUse& font_;
  double unit_;
  double pen_ = 0;     ///< where the reader's pen is, thousandths of the size
  double wanted_ = 0;  ///< where the next glyph belongs
  double rise_ = 0;
  bool in_array_ = false;
  bool in_string_ = false;
};

void ContentWriter::operator()(const TextRun& run) {
  std::size_t font = 0;
  while (&fonts_[font].font() != run.font)
    ++font;
  fill(run.colour);
  if (!run.language.empty()) out_ += "/Span<</Lang" + text_string(run.language) + ">>BDC\n";
  out_ += "BT\n";
  select(run, font);
  point(run.at);
  out_ += "Td\n";
  Show(out_, run, fonts_[font]).write();
  out_ += "ET\n";
  if (!run.language.empty()) out_ += "EMC\n";
}

void ContentWriter::operator()(const FilledBox& box) {
  fill(box.colour);
  point({box.at.x, box.at.y + box.height});
  number(box.width * points_per_mm, 3);
  number(box.height * points_per_mm, 3);
  out_ += "re f\n";
}

void ContentWriter::operator()(const StrokedLine& line) {
  stroke(line.colour, line.thickness);
  point(line.from);
  out_ += "m ";
  point(line.to);
  out_ += "l S\n";
}

void ContentWriter::operator()(const ClosedPath& path) {
  fill(path.fill);
  if (path.thickness > 0) stroke(path.stroke, path.thickness);
  for (const Point& at : path.points) {
    point(at);
    out_ += &at == &path.points.front() ? "m " : "l ";
  }
  out_ += path.thickness > 0 ? "b\n" : "h f\n";
}

void ContentWriter::operator()(const CellGrid& grid) {
  const double cell = grid.side * points_per_mm / grid.cells;
  fill(grid.colour);
  out_ += "q ";
  number(cell, 5);
  out_ += "0 0 ";
  number(-cell, 5);
  point(grid.at);
  out_ += "cm\n";
  for (const CellGrid::Block& block : grid.dark) {
    for (const int value : {block.column, block.row, block.columns, block.rows})
      out_ += std::to_string(value) + " ";
    out_ += "re\n";
  }
  out_ += "f Q\n";
}

}  // namespace

std::string content_of(const std::vector<Page>& pages, std::size_t page, const std::vector<FontUse>& fonts,
                       Structure& structure) {
  const Page& from = pages[page];
  ContentWriter writer(from, fonts);
  std::optional<int> open;
  for (const Mark& mark : from.marks) {
    const auto* run = std::get_if<TextRun>(&mark.shape);
    if (run != nullptr && run->first == run->end) continue;
    if (open != mark.element) {
      if (open) writer.close();
      open = mark.element;
      if (mark.element < 0) {
        writer.open_artifact();
      } else {
        const Tag tag = from.elements[static_cast<std::size_t>(mark.element)].tag;
        writer.open(standard_name(tag), structure.open(page, mark.element));
      }
    }
    std::visit([&writer](const auto& shape) { writer(shape); }, mark.shape);
  }
  if (open) writer.close();
  return writer.take();
}

}  // namespace guerdon::pdf
