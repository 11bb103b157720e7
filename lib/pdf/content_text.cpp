#include "pdf/content_text.h"

#include <cmath>
#include <numbers>

#include "pdf/syntax.h"

namespace guerdon::pdf {

namespace {

class TextWriter {
 public:
  TextWriter(const TextRun& run, const FontUse& font, ContentStream& stream)
      : stream_(stream), out_(stream.out), run_(run), font_(font), unit_(1000.0 / run.font->units_per_em()) {}

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
  /// End of the cluster that begins with glyph `begin`.
  [[nodiscard]] std::size_t cluster_end(std::size_t begin) const {
    const std::vector<Glyph>& glyphs = run_.shaped->glyphs;
    std::size_t end = begin + 1;
    while (end < run_.end && glyphs[end].cluster == glyphs[begin].cluster)
      ++end;
    return end;
  }

  void write_from_left() {
    for (std::size_t begin = run_.first; begin < run_.end;) {
      const std::size_t end = cluster_end(begin);
      cluster(begin, end);
      begin = end;
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
      const std::size_t end = cluster_end(begin);
      for (std::size_t i = begin; i < end; ++i)
        left_ -= glyphs[i].advance * unit_;
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
      stream_.point({run_.at.x + moved / points_per_mm, run_.at.y});
      out_ += "Td\n";
      return;
    }
    const double angle = run_.angle * std::numbers::pi / 180;
    for (const double value : {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle)})
      stream_.number(value, 5);
    stream_.point(
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
    part("/ActualText" + text_string(text_of(run_, begin)));
    paint(begin, end);
    part({});
  }

  /// Goes on in a span with `properties`, or without any. An artifact has no id that two pieces could share: there the
  /// span is inside.
  void part(const std::string& properties) {
    if (stream_.in_artifact()) {
      end_array();
      out_ += properties.empty() ? "EMC\n" : "/Span<<" + properties + ">>BDC\n";
      return;
    }
    end_text();
    stream_.part(properties);
    begin_text();
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
    const FontUse::Shown shown = font_.shown(glyph.id, text_of(run_, index));
    append_code(shown.code);
    pen_ += shown.width;
    wanted_ += glyph.advance * unit_;
    ++shown_;
  }

  void append_code(unsigned code) {
    if (font_.code_size() == CodeSize::two) append_byte(code >> 8U);
    append_byte(code & 0xFFU);
  }

  void append_byte(unsigned byte) {
    if (byte == '\r') {
      out_ += "\\r";
      return;
    }
    if (byte == '(' || byte == ')' || byte == '\\') out_ += '\\';
    out_ += static_cast<char>(byte);
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

  ContentStream& stream_;
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

}  // namespace

void show_text(const TextRun& run, const FontUse& font, ContentStream& stream) {
  TextWriter(run, font, stream).write();
}

}  // namespace guerdon::pdf
