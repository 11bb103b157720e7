#include "pdf/charstring.h"

#include <hb.h>

#include <cmath>

namespace guerdon::pdf {

namespace {

/// A point as the font draws it, in its own units.
struct Exact {
  double x = 0;
  double y = 0;
};

Exact between(const Exact& a, const Exact& b, double t) { return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t}; }

double distance(const Exact& a, const Exact& b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// A quadratic curve that follows another.
struct Quadratic {
  Exact handle;
  Exact end;
};

/// Gathers what HarfBuzz draws.
class Pen {
 public:
  explicit Pen(unsigned units) : units_(units) {}

  void move(const Exact& to) {
    finish();
    segments.push_back({Segment::Kind::move, {}, {}, on_grid(to)});
    at_ = to;
  }

  void line(const Exact& to) {
    flush();
    if (on_grid(to) != on_grid(at_)) segments.push_back({Segment::Kind::line, {}, {}, on_grid(to)});
    at_ = to;
  }

  // TrueType leaves out a point that lies halfway between two handles: such curves are parts of one.
  void quadratic(const Exact& handle, const Exact& to) {
    if (!spline_.empty() && distance(between(spline_.back().handle, handle, 0.5), at_) > halfway) flush();
    if (spline_.empty()) begin_ = at_;
    spline_.push_back({handle, to});
    at_ = to;
  }

  void cubic(const Exact& first, const Exact& second, const Exact& to) {
    flush();
    segments.push_back({Segment::Kind::curve, on_grid(first), on_grid(second), on_grid(to)});
    at_ = to;
  }

  /// Ends a contour; its last line, back to where it began, is drawn without being said.
  void finish() {
    flush();
    std::size_t begin = segments.size();
    while (begin > 0 && segments[begin - 1].kind != Segment::Kind::move)
      --begin;
    if (begin == 0) return;
    const bool is_empty = begin == segments.size();
    const bool closes = segments.back().kind == Segment::Kind::line && segments.back().end == segments[begin - 1].end;
    if (is_empty || closes) segments.pop_back();
  }

  std::vector<Segment> segments;

 private:
  static constexpr double halfway = 0.6;  ///< of a unit: the halves of odd sums are rounded in some fonts

  [[nodiscard]] GridPoint on_grid(const Exact& point) const {
    return {static_cast<int>(std::floor(point.x * 1000 / units_ + 0.5)),
            static_cast<int>(std::floor(point.y * 1000 / units_ + 0.5))};
  }

  void flush() {
    if (spline_.empty()) return;
    if (!add_as_one()) {
      Exact from = begin_;
      for (const Quadratic& part : spline_) {
        add(between(from, part.handle, 2.0 / 3), between(part.end, part.handle, 2.0 / 3), part.end);
        from = part.end;
      }
    }
    spline_.clear();
  }

  void add(const Exact& first, const Exact& second, const Exact& to) {
    segments.push_back({Segment::Kind::curve, on_grid(first), on_grid(second), on_grid(to)});
  }

  /// A cubic curve cut into n equal parts gives n quadratic ones whose outer handles are 3/2n of its own long; the way
  /// back holds if every part lies as near as the font's maker allowed.
  bool add_as_one() {
    const auto parts = static_cast<double>(spline_.size());
    const Exact to = spline_.back().end;
    const Exact first = between(begin_, spline_.front().handle, 2 * parts / 3);
    const Exact second = between(to, spline_.back().handle, 2 * parts / 3);
    const auto cubic_at = [&](double t) {
      const Exact a = between(begin_, first, t);
      const Exact b = between(first, second, t);
      const Exact c = between(second, to, t);
      return between(between(a, b, t), between(b, c, t), t);
    };
    const double tolerance = 1.5 * units_ / 1000;
    Exact from = begin_;
    double index = 0;
    for (const Quadratic& part : spline_) {
      for (const double t : {0.25, 0.5, 0.75, 1.0}) {
        const Exact on = between(between(from, part.handle, t), between(part.handle, part.end, t), t);
        if (distance(on, cubic_at((index + t) / parts)) > tolerance) return false;
      }
      from = part.end;
      ++index;
    }
    add(first, second, to);
    return true;
  }

  unsigned units_;
  Exact at_;
  Exact begin_;  ///< of the spline
  std::vector<Quadratic> spline_;
};

hb_draw_funcs_t* pen_functions() {
  hb_draw_funcs_t* draw = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(
      draw,
      [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
        static_cast<Pen*>(pen)->move({x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      draw,
      [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float x, float y, void*) {
        static_cast<Pen*>(pen)->line({x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      draw,
      [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float hx, float hy, float x, float y, void*) {
        static_cast<Pen*>(pen)->quadratic({hx, hy}, {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_cubic_to_func(
      draw,
      [](hb_draw_funcs_t*, void* pen, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y,
         void*) {
        static_cast<Pen*>(pen)->cubic({ax, ay}, {bx, by}, {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_make_immutable(draw);
  return draw;
}

/// Operators of Type 2 charstrings.
enum class Operator : unsigned char {
  none = 0,
  vertical_move = 4,
  line = 5,
  horizontal_line = 6,
  vertical_line = 7,
  curve = 8,
  end = 14,
  move = 21,
  horizontal_move = 22,
  vertical_curve = 26,
  horizontal_curve = 27,
  vertical_to_horizontal = 30,
  horizontal_to_vertical = 31
};

/// Writes segments; one operator serves as many as its stack of 48 operands holds.
class Writer {
 public:
  Writer(int advance, int usual) {
    if (advance != usual) append_operand(out_, advance - usual);
  }

  void add(const Segment& segment) {
    const GridPoint to{segment.end.x - at_.x, segment.end.y - at_.y};
    switch (segment.kind) {
      case Segment::Kind::move:
        move(to);
        break;
      case Segment::Kind::line:
        line(to);
        break;
      case Segment::Kind::curve:
        curve(segment);
        break;
    }
    at_ = segment.end;
  }

  std::string take() {
    flush();
    out_ += static_cast<char>(Operator::end);
    return std::move(out_);
  }

 private:
  static constexpr std::size_t most_operands = 48;

  void move(GridPoint by) {
    flush();
    if (by.x == 0) {
      begin(Operator::vertical_move, {by.y});
    } else if (by.y == 0) {
      begin(Operator::horizontal_move, {by.x});
    } else {
      begin(Operator::move, {by.x, by.y});
    }
    flush();
  }

  void line(GridPoint by) {
    const bool across = by.y == 0;
    if (!across && by.x != 0) {
      put(Operator::line, {by.x, by.y}, operator_ == Operator::line);
      return;
    }
    const bool turns =
        (operator_ == Operator::horizontal_line || operator_ == Operator::vertical_line) && next_across_ == across;
    put(across ? Operator::horizontal_line : Operator::vertical_line, {across ? by.x : by.y}, turns);
    next_across_ = !across;
  }

  void curve(const Segment& to) {
    const GridPoint a{to.first.x - at_.x, to.first.y - at_.y};
    const GridPoint b{to.second.x - to.first.x, to.second.y - to.first.y};
    const GridPoint c{to.end.x - to.second.x, to.end.y - to.second.y};
    if (a.y == 0 && c.x == 0) {
      alternate(true, {a.x, b.x, b.y, c.y});
    } else if (a.x == 0 && c.y == 0) {
      alternate(false, {a.y, b.x, b.y, c.x});
    } else if (a.y == 0 && c.y == 0) {
      put(Operator::horizontal_curve, {a.x, b.x, b.y, c.x}, operator_ == Operator::horizontal_curve);
    } else if (a.x == 0 && c.x == 0) {
      put(Operator::vertical_curve, {a.y, b.x, b.y, c.y}, operator_ == Operator::vertical_curve);
    } else {
      put(Operator::curve, {a.x, a.y, b.x, b.y, c.x, c.y}, operator_ == Operator::curve);
    }
  }

  /// A curve that sets out along one axis and arrives along the other.
  void alternate(bool across, std::initializer_list<int> operands) {
    const bool turns =
        (operator_ == Operator::horizontal_to_vertical || operator_ == Operator::vertical_to_horizontal) &&
        next_across_ == across;
    put(across ? Operator::horizontal_to_vertical : Operator::vertical_to_horizontal, operands, turns);
    next_across_ = !across;
  }

  void put(Operator op, std::initializer_list<int> operands, bool goes_on) {
    if (!goes_on || count_ + operands.size() > most_operands) {
      flush();
      begin(op, {});
    }
    for (const int operand : operands)
      append_operand(out_, operand);
    count_ += operands.size();
  }

  void begin(Operator op, std::initializer_list<int> operands) {
    operator_ = op;
    count_ = 0;
    for (const int operand : operands)
      append_operand(out_, operand);
  }

  void flush() {
    if (operator_ != Operator::none) out_ += static_cast<char>(operator_);
    operator_ = Operator::none;
  }

  std::string out_;
  GridPoint at_;
  Operator operator_ = Operator::none;  ///< whose operands are written, and which may take more
  std::size_t count_ = 0;
  bool next_across_ = false;
};

}  // namespace

std::vector<Segment> outline_of(const Font& font, std::uint32_t glyph) {
  static hb_draw_funcs_t* const draw = pen_functions();
  Pen pen(font.units_per_em());
  hb_font_get_glyph_shape(font.shaping(), glyph, draw, &pen);
  pen.finish();
  return std::move(pen.segments);
}

std::string charstring(const std::vector<Segment>& outline, int advance, int usual) {
  Writer writer(advance, usual);
  for (const Segment& segment : outline)
    writer.add(segment);
  return writer.take();
}

void append_operand(std::string& out, int value) {
  const auto byte = [&out](int v) { out += static_cast<char>(v & 0xFF); };
  if (value >= -107 && value <= 107) {
    byte(value + 139);
  } else if (value >= 108 && value <= 1131) {
    byte(247 + (value - 108) / 256);
    byte(value - 108);
  } else if (value >= -1131 && value <= -108) {
    byte(251 + (-value - 108) / 256);
    byte(-value - 108);
  } else {
    byte(28);
    byte(value >> 8);
    byte(value);
  }
}

}  // namespace guerdon::pdf
