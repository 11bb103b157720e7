#pragma once

#include <cstdint>
#include <string>
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

/// The outline of `glyph`, parts of composed glyphs put together, every contour open at its end.
std::vector<Segment> outline_of(const Font& font, std::uint32_t glyph);

/// `outline` as a Type 2 charstring of that advance, `usual` being the advance that stands in the font. Source: Adobe
/// TN 5177.
std::string charstring(const std::vector<Segment>& outline, int advance, int usual);

/// Adds `value` as an operand of charstrings and dictionaries. Source: Adobe TN 5177, 3.2.
void append_operand(std::string& out, int value);

}  // namespace guerdon::pdf
