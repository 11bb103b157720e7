#pragma once

#include <cstdint>
#include <vector>

#include "document/font.h"

namespace guerdon::pdf {

/// A point of an outline in thousandths of the em.
struct GridPoint {
  int x = 0;
  int y = 0;

  bool operator==(const GridPoint&) const = default;
};

/// A part of an outline: a point to go to, to draw a line to, or to draw a cubic curve to.
struct Segment {
  enum class Kind : std::uint8_t { move, line, curve };
  Kind kind = Kind::move;
  GridPoint first = {};   ///< of a curve, its first handle
  GridPoint second = {};  ///< of a curve, its second handle
  GridPoint end;

  bool operator==(const Segment&) const = default;
};

/// The outline of `glyph`, parts of composed glyphs put together, every contour open at its end. Few segments, within
/// two and a half thousandths of the em of what the font draws.
std::vector<Segment> outline_of(const Font& font, std::uint32_t glyph);

}  // namespace guerdon::pdf
