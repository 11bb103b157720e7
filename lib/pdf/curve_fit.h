#pragma once

#include <cmath>
#include <optional>
#include <span>

namespace guerdon::pdf {

/// A point as the font draws it, in its own units.
struct Exact {
  double x = 0;
  double y = 0;
};

inline Exact between(const Exact& a, const Exact& b, double t) {
  return {a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

inline double distance(const Exact& a, const Exact& b) { return std::hypot(a.x - b.x, a.y - b.y); }

/// A cubic curve, but for where it begins.
struct Cubic {
  Exact first;   ///< handle
  Exact second;  ///< handle
  Exact end;
};

/// The point of `curve`, which sets out at `from`, at `t` from 0 to 1.
Exact point_at(const Exact& from, const Cubic& curve, double t);

/// One cubic curve in the place of `curves`, which follow each other from `from` on; none where that would be farther
/// than `tolerance` away. It leaves and arrives as they do.
std::optional<Cubic> one_curve(const Exact& from, std::span<const Cubic> curves, double tolerance);

}  // namespace guerdon::pdf
