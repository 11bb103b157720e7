#include "pdf/outline.h"

#include <hb.h>

#include <algorithm>
#include <cmath>

#include "pdf/curve_fit.h"

namespace guerdon::pdf {

namespace {

/// A quadratic curve that follows another.
struct Quadratic {
  Exact handle;
  Exact end;
};

/// A line or a curve before it is put onto the grid; a line has no handles.
struct Stroke {
  bool is_line = false;
  Cubic to;
};

/// Gathers what HarfBuzz draws.
class Pen {
 public:
  explicit Pen(unsigned units) : unit_(units / 1000.0) {}

  void move(const Exact& to) {
    finish();
    start_ = to;
    at_ = to;
  }

  void line(const Exact& to) {
    flush();
    strokes_.push_back({true, {{}, {}, to}});
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
    strokes_.push_back({false, {first, second, to}});
    at_ = to;
  }

  /// Ends a contour.
  void finish() {
    flush();
    if (strokes_.empty()) return;
    if (distance(start_, strokes_.back().to.end) > 0) strokes_.push_back({true, {{}, {}, start_}});
    join_curves();
    put_on_grid();
    strokes_.clear();
  }

  std::vector<Segment> segments;

 private:
  static constexpr double halfway = 0.6;  ///< of a unit: the halves of odd sums are rounded in some fonts
  static constexpr double as_spline = 1.5;
  static constexpr double as_curve = 1;
  static constexpr double as_line = 1;
  static constexpr int step = 2;  ///< of the grid

  // What looks like one spline may be several curves with a smooth joint: each takes as many parts as it can.
  void flush() {
    Exact from = begin_;
    for (std::size_t first = 0; first < spline_.size();) {
      std::size_t end = spline_.size();
      while (end > first + 1 && !is_one(from, first, end))
        --end;
      strokes_.push_back({false, one_of(from, first, end)});
      from = spline_[end - 1].end;
      first = end;
    }
    spline_.clear();
  }

  /// The parts [`begin`, `end`) of the spline, the first of which sets out at `from`, as one cubic curve. Cut into n
  /// equal parts it gives n quadratic ones whose outer handles are 3/2n of its own long.
  [[nodiscard]] Cubic one_of(const Exact& from, std::size_t begin, std::size_t end) const {
    const double reach = 2 * static_cast<double>(end - begin) / 3;
    const Quadratic& last = spline_[end - 1];
    return {between(from, spline_[begin].handle, reach), between(last.end, last.handle, reach), last.end};
  }

  /// Whether `one_of` them lies as near to each as the font's maker allowed.
  [[nodiscard]] bool is_one(Exact from, std::size_t begin, std::size_t end) const {
    const Exact start = from;
    const Cubic curve = one_of(from, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
      const Quadratic& part = spline_[i];
      for (const double t : {0.25, 0.5, 0.75, 1.0}) {
        const Exact on = between(between(from, part.handle, t), between(part.handle, part.end, t), t);
        const double whole = (static_cast<double>(i - begin) + t) / static_cast<double>(end - begin);
        if (distance(on, point_at(start, curve, whole)) > as_spline * unit_) return false;
      }
      from = part.end;
    }
    return true;
  }

  /// Makes one curve of those that can be, and lines of those that nearly are.
  void join_curves() {
    std::vector<Stroke> joined;
    std::vector<Cubic> run;
    Exact from = start_;
    for (std::size_t i = 0; i < strokes_.size();) {
      Stroke best = strokes_[i];
      std::size_t next = i + 1;
      if (!best.is_line) {
        run.assign(1, best.to);
        for (; next < strokes_.size() && !strokes_[next].is_line; ++next) {
          run.push_back(strokes_[next].to);
          const auto one = one_curve(from, run, as_curve * unit_);
          if (!one) break;
          best.to = *one;
        }
        best.is_line = is_straight(from, best.to);
      }
      joined.push_back(best);
      from = best.to.end;
      i = next;
    }
    strokes_ = std::move(joined);
  }

  [[nodiscard]] bool is_straight(const Exact& from, const Cubic& curve) const {
    const double length = distance(from, curve.end);
    if (length == 0) return false;
    const Exact along{(curve.end.x - from.x) / length, (curve.end.y - from.y) / length};
    const auto is_near = [&](const Exact& handle) {
      const Exact by{handle.x - from.x, handle.y - from.y};
      const double ahead = along.x * by.x + along.y * by.y;
      return std::abs(along.x * by.y - along.y * by.x) <= as_line * unit_ && ahead >= 0 && ahead <= length;
    };
    return is_near(curve.first) && is_near(curve.second);
  }

  // A contour may begin anywhere. It does behind its longest line, which is then drawn without being said.
  void put_on_grid() {
    std::size_t longest = strokes_.size();
    double most = 0;
    Exact from = start_;
    for (std::size_t i = 0; i < strokes_.size(); ++i) {
      const Exact& to = strokes_[i].to.end;
      // Both numbers of a slanted line are said, one of any other.
      const double cost = (from.x != to.x ? 100 * unit_ + std::abs(to.x - from.x) : 0) +
                          (from.y != to.y ? 100 * unit_ + std::abs(to.y - from.y) : 0);
      if (strokes_[i].is_line && cost > most) {
        most = cost;
        longest = i;
      }
      from = to;
    }
    if (longest < strokes_.size()) {
      start_ = strokes_[longest].to.end;
      std::rotate(strokes_.begin(), strokes_.begin() + static_cast<std::ptrdiff_t>(longest) + 1, strokes_.end());
      strokes_.pop_back();
    }
    segments.push_back({Segment::Kind::move, {}, {}, on_grid(start_)});
    const std::size_t begin = segments.size();
    for (const Stroke& stroke : strokes_) {
      const GridPoint end = on_grid(stroke.to.end);
      if (!stroke.is_line) {
        segments.push_back({Segment::Kind::curve, on_grid(stroke.to.first), on_grid(stroke.to.second), end});
      } else if (end != segments.back().end) {
        segments.push_back({Segment::Kind::line, {}, {}, end});
      }
    }
    if (segments.size() == begin) segments.pop_back();
  }

  // The same step for handles and for points, so that what is level stays level.
  [[nodiscard]] GridPoint on_grid(const Exact& point) const {
    const auto nearest = [this](double value) {
      return step * static_cast<int>(std::floor(value / (step * unit_) + 0.5));
    };
    return {nearest(point.x), nearest(point.y)};
  }

  double unit_;  ///< a thousandth of the em, in the font's units
  Exact at_;
  Exact start_;  ///< of the contour
  std::vector<Stroke> strokes_;
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

}  // namespace

std::vector<Segment> outline_of(const Font& font, std::uint32_t glyph) {
  static hb_draw_funcs_t* const draw = pen_functions();
  Pen pen(font.units_per_em());
  hb_font_get_glyph_shape(font.shaping(), glyph, draw, &pen);
  pen.finish();
  return std::move(pen.segments);
}

}  // namespace guerdon::pdf
