#include "pdf/content.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <optional>

#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

constexpr double points_per_mm = 72 / 25.4;

/// Writes marks one after the other and leaves out what the graphics state holds already.
class ContentWriter {
 public:
  ContentWriter(const std::vector<Page>& pages, std::size_t page, const std::vector<FontUse>& fonts,
                Structure& structure)
      : number_(page), page_(pages[page]), fonts_(fonts), images_(used_images(pages)), structure_(structure) {}

  /// Goes on with what belongs to `element` and is written in `language`.
  void enter(int element, const std::string& language);
  void leave();

  void operator()(const TextRun& run);
  void operator()(const FilledBox& box);
  void operator()(const StrokedLine& line);
  void operator()(const ClosedPath& path);
  void operator()(const CellGrid& grid);
  void operator()(const Picture& picture);

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
  /// The first four numbers of a matrix that turns by `angle`, in radians.
  void turn(double angle) {
    for (const double value : {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle)})
      number(value, 5);
  }
  void colour(Colour c, const char* name);
  void fill(Colour c);
  void stroke(Colour c, double thickness);
  void select(const TextRun& run, std::size_t font);
  void begin_content(const std::string& properties);

  friend class Show;

  std::size_t number_;
  const Page& page_;
  const std::vector<FontUse>& fonts_;
  std::vector<const Image*> images_;
  Structure& structure_;
  std::string out_;
  std::optional<int> element_;  ///< of the marked content that is open
  std::string language_;        ///< of that
  std::optional<Colour> fill_;
  std::optional<Colour> stroke_;
  double thickness_ = 1;
  std::optional<std::size_t> font_;
  double size_ = 0;
  double tracking_ = 0;
};

void ContentWriter::enter(int element, const std::string& language) {
  if (element_ == element && language_ == language) return;
  leave();
  element_ = element;
  language_ = language;
  begin_content({});
}

void ContentWriter::leave() {
  if (element_) out_ += "EMC\n";
  element_.reset();
}

// Spans are marked content of the same element, side by side with the rest: readers lose what follows a nested one.
void ContentWriter::begin_content(const std::string& properties) {
  if (*element_ < 0) {
    out_ += "/Artifact BMC\n";
    return;
  }
  const bool is_span = !properties.empty() || !language_.empty();
  out_ += '/';
  out_ += is_span ? "Span" : standard_name(page_.elements[static_cast<std::size_t>(*element_)].tag);
  out_ += "<</MCID ";
  append_integer(out_, static_cast<std::size_t>(structure_.open(number_, *element_)));
  if (!language_.empty()) out_ += "/Lang" + text_string(language_);
  out_ += properties + ">>BDC\n";
}

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

/// Shows the glyphs of one run: a TJ array where the pen only moves along the line, a text rise where a mark is lifted,
/// ActualText where the glyphs of a cluster do not give its text back.
class Show {
 public:
  Show(ContentWriter& writer, const TextRun& run, const FontUse& font)
      : writer_(writer), out_(writer.out_), run_(run), font_(font), unit_(1000.0 / run.font->units_per_em()) {}

  void write() {
    begin_text();
    if (run_.shaped->right_to_left) {
      write_from_right();
    } else {
      write_from_left();
    }
    rise(0);
    end_text();
  }

 private:
  void write_from_left() {
    const std::vector<Glyph>& glyphs = run_.shaped->glyphs;
    for (std::size_t i = run_.first; i < run_.end;) {
      std::size_t next = i + 1;
      while (next < run_.end && glyphs[next].cluster == glyphs[i].cluster)
        ++next;
      if (next == i + 1) {
        glyph(i);
      } else {
        cluster(i, next);
      }
      i = next;
    }
  }

  /// In reading order, each cluster left of the one before: readers turn such a line round where they need to, and
  /// those that follow the content stream get the text as it was written.
  void write_from_right() {
    const std::vector<Glyph>& glyphs = run_.shaped->glyphs;
    left_ = 0;
    for (std::size_t i = run_.first; i < run_.end; ++i)
      left_ += glyphs[i].advance * unit_;
    for (std::size_t begin = run_.first; begin < run_.end;) {
      std::size_t end = begin + 1;
      while (end < run_.end && glyphs[end].cluster == glyphs[begin].cluster)
        ++end;
      for (std::size_t i = begin; i < end; ++i)
        left_ -= glyphs[i].advance * unit_;
      wanted_ = left_;
      cluster(begin, end);
      begin = end;
    }
  }

  /// A letter before its marks, wherever they stand.
  void paint(std::size_t begin, std::size_t end) {
    const std::vector<Glyph>& glyphs = run_.shaped->glyphs;
    for (std::size_t i = begin; i < end; ++i) {
      if (run_.shaped->right_to_left) {
        wanted_ = left_;
        for (std::size_t k = i + 1; k < end; ++k)
          wanted_ += glyphs[k].advance * unit_;
      }
      glyph(i);
    }
  }

  void begin_text() {
    out_ += "BT\n";
    const double moved = pen_ * run_.size_pt / 1000 + shown_ * run_.tracking_em * run_.size_pt;
    if (run_.angle == 0) {
      writer_.point({run_.at.x + moved / points_per_mm, run_.at.y});
      out_ += "Td\n";
      return;
    }
    const double angle = run_.angle * std::numbers::pi / 180;
    writer_.turn(angle);
    writer_.point(
        {run_.at.x + moved / points_per_mm * std::cos(angle), run_.at.y - moved / points_per_mm * std::sin(angle)});
    out_ += "Tm\n";
  }

  void end_text() {
    end_array();
    out_ += "ET\n";
  }

  void cluster(std::size_t begin, std::size_t end) {
    if (end == begin + 1 || is_paired(run_, begin, end)) {
      paint(begin, end);
      return;
    }
    const std::string_view text = text_of(run_, begin);
    const std::string actual = "/ActualText" + text_string(text);
    const bool in_element = *writer_.element_ >= 0;
    if (in_element) {
      end_text();
      out_ += "EMC\n";
      writer_.begin_content(actual);
      begin_text();
    } else {
      end_array();
      out_ += "/Span<<" + actual + ">>BDC\n";
    }
    paint(begin, end);
    if (in_element) {
      end_text();
      out_ += "EMC\n";
      writer_.begin_content({});
      begin_text();
    } else {
      end_array();
      out_ += "EMC\n";
    }
  }

  void glyph(std::size_t index) {
    const Glyph& glyph = run_.shaped->glyphs[index];
    rise(glyph.y_offset * unit_ * run_.size_pt / 1000);
    const double behind = pen_ - (wanted_ + glyph.x_offset * unit_);
    // Three thousandths of the size are less than a printer's dot; the pen keeps account of what is left over.
    if (std::abs(behind) >= 3) {
      begin_array();
      end_string();
      const double moved = std::nearbyint(behind);
      append_number(out_, moved, 0);
      pen_ -= moved;
    }
    begin_array();
    if (!in_string_) out_ += '(';
    in_string_ = true;
    append_code(font_.code(glyph.id, text_of(run_, index)));
    pen_ += font_.width(glyph);
    wanted_ += glyph.advance * unit_;
    ++shown_;
  }

  void append_code(unsigned code) {
    for (const unsigned byte : {code >> 8U, code & 0xFFU}) {
      if (byte == '\r') {
        out_ += "\\r";
        continue;
      }
      if (byte == '(' || byte == ')' || byte == '\\') out_ += '\\';
      out_ += static_cast<char>(byte);
    }
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

  void end_string() {
    if (in_string_) out_ += ')';
    in_string_ = false;
  }

  void end_array() {
    end_string();
    if (in_array_) out_ += "]TJ\n";
    in_array_ = false;
  }

  ContentWriter& writer_;
  std::string& out_;
  const TextRun& run_;
  const FontUse& font_;
  double unit_;
  double pen_ = 0;     ///< where the reader's pen is, thousandths of the size, without tracking
  double wanted_ = 0;  ///< where the next glyph belongs
  double left_ = 0;    ///< of a run from right to left, where the cluster begins
  double rise_ = 0;
  int shown_ = 0;  ///< glyphs
  bool in_array_ = false;
  bool in_string_ = false;
};

void ContentWriter::operator()(const TextRun& run) {
  std::size_t font = 0;
  while (&fonts_[font].font() != run.font)
    ++font;
  fill(run.colour);
  select(run, font);
  Show(*this, run, fonts_[font]).write();
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

void ContentWriter::operator()(const Picture& picture) {
  const auto image = std::find(images_.begin(), images_.end(), picture.image.get());
  out_ += "q ";
  number(picture.width * points_per_mm, 3);
  out_ += "0 0 ";
  number(picture.height * points_per_mm, 3);
  point({picture.at.x, picture.at.y + picture.height});
  out_ += "cm /I" + std::to_string(image - images_.begin()) + " Do Q\n";
}

}  // namespace

std::string content_of(const std::vector<Page>& pages, std::size_t page, const std::vector<FontUse>& fonts,
                       Structure& structure) {
  static const std::string none;
  ContentWriter writer(pages, page, fonts, structure);
  for (const Mark& mark : pages[page].marks) {
    const auto* run = std::get_if<TextRun>(&mark.shape);
    if (run != nullptr && run->first == run->end) continue;
    writer.enter(mark.element, run == nullptr || mark.element < 0 ? none : run->language);
    std::visit([&writer](const auto& shape) { writer(shape); }, mark.shape);
  }
  writer.leave();
  return writer.take();
}

}  // namespace guerdon::pdf
