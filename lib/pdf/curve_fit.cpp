#include "pdf/curve_fit.h"

#include <algorithm>
#include <vector>

namespace guerdon::pdf {

namespace {

double dot(const Exact& a, const Exact& b) { return a.x * b.x + a.y * b.y; }

Exact minus(const Exact& a, const Exact& b) { return {a.x - b.x, a.y - b.y}; }

Exact direction(const Exact& from, const Exact& to) {
  const double length = distance(from, to);
  return length == 0 ? Exact{} : Exact{(to.x - from.x) / length, (to.y - from.y) / length};
}

/// How long the two handles of the curve are is the answer of the least squares. Source: Schneider, An Algorithm for
/// Automatically Fitting Digitized Curves, in: Graphics Gems, 1990.
class Fit {
 public:
  Fit(const Exact& from, std::span<const Cubic> curves) : from_(from) {
    Exact at = from;
    for (const Cubic& curve : curves) {
      for (int i = 1; i <= samples; ++i)
        samples_.push_back({point_at(at, curve, i / static_cast<double>(samples)), 0});
      at = curve.end;
    }
    double length = 0;
    at = from;
    for (Sample& sample : samples_) {
      length += distance(at, sample.at);
      sample.t = length;
      at = sample.at;
    }
    for (Sample& sample : samples_)
      sample.t /= length;
    leaving_ = direction(from, curves.front().first);
    arriving_ = direction(curves.back().end, curves.back().second);
    curve_.end = curves.back().end;
  }

  std::optional<Cubic> curve(double tolerance) {
    for (int round = 0; round < rounds; ++round) {
      if (!solve()) return std::nullopt;
      if (error() <= tolerance) return curve_;
      follow();
    }
    return std::nullopt;
  }

 private:
  static constexpr int samples = 6;  ///< on each curve
  static constexpr int rounds = 4;

  struct Sample {
    Exact at;
    double t = 0;  ///< where on the curve
  };

  bool solve() {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    double ar = 0;
    double br = 0;
    for (const Sample& sample : samples_) {
      const double t = sample.t;
      const double s = 1 - t;
      const double inner1 = 3 * s * s * t;
      const double inner2 = 3 * s * t * t;
      const double begin = s * s * s + inner1;
      const double end = t * t * t + inner2;
      const Exact rest{sample.at.x - from_.x * begin - curve_.end.x * end,
                       sample.at.y - from_.y * begin - curve_.end.y * end};
      const Exact a{leaving_.x * inner1, leaving_.y * inner1};
      const Exact b{arriving_.x * inner2, arriving_.y * inner2};
      aa += dot(a, a);
      ab += dot(a, b);
      bb += dot(b, b);
      ar += dot(a, rest);
      br += dot(b, rest);
    }
    const double determinant = aa * bb - ab * ab;
    if (std::abs(determinant) < 1e-9) return false;
    const double out = (ar * bb - br * ab) / determinant;
    const double in = (br * aa - ar * ab) / determinant;
    const double longest = 2 * distance(from_, curve_.end);
    if (out < 0 || in < 0 || out > longest || in > longest) return false;
    curve_.first = {from_.x + leaving_.x * out, from_.y + leaving_.y * out};
    curve_.second = {curve_.end.x + arriving_.x * in, curve_.end.y + arriving_.y * in};
    return true;
  }

  [[nodiscard]] double error() const {
    double worst = 0;
    for (const Sample& sample : samples_)
      worst = std::max(worst, distance(sample.at, point_at(from_, curve_, sample.t)));
    return worst;
  }

  /// Moves each sample's place on the curve to where the curve is nearest.
  void follow() {
    for (Sample& sample : samples_) {
      const double t = sample.t;
      const double s = 1 - t;
      const Exact a = minus(curve_.first, from_);
      const Exact b = minus(curve_.second, curve_.first);
      const Exact c = minus(curve_.end, curve_.second);
      const Exact slope{3 * (s * s * a.x + 2 * s * t * b.x + t * t * c.x),
                        3 * (s * s * a.y + 2 * s * t * b.y + t * t * c.y)};
      const double speed = dot(slope, slope);
      if (speed > 0)
        sample.t = std::clamp(t + dot(minus(sample.at, point_at(from_, curve_, t)), slope) / speed, 0.0, 1.0);
    }
  }

  Exact from_;
  std::vector<Sample> samples_;
  Exact leaving_;
  Exact arriving_;  ///< back from the end
  Cubic curve_;
};

/// Whether `next` goes on where `before` arrives without a corner.
bool is_smooth(const Cubic& before, const Cubic& next) {
  constexpr double least_cosine = 0.98;
  return dot(direction(before.second, before.end), direction(before.end, next.first)) > least_cosine;
}

}  // namespace

Exact point_at(const Exact& from, const Cubic& curve, double t) {
  const Exact a = between(from, curve.first, t);
  const Exact b = between(curve.first, curve.second, t);
  const Exact c = between(curve.second, curve.end, t);
  return between(between(a, b, t), between(b, c, t), t);
}

std::optional<Cubic> one_curve(const Exact& from, std::span<const Cubic> curves, double tolerance) {
  for (std::size_t i = 1; i < curves.size(); ++i) {
    if (!is_smooth(curves[i - 1], curves[i])) return std::nullopt;
  }
  // More than a quarter of a turn is no work for one curve.
  if (dot(direction(from, curves.front().first), direction(curves.back().second, curves.back().end)) < -0.2)
    return std::nullopt;
  return Fit(from, curves).curve(tolerance);
}

}  // namespace guerdon::pdf
