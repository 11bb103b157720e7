#pragma once

#include <optional>
#include <vector>

#include "document/page.h"

namespace guerdon {

/// A shaped text in one face, size and colour: a part of what is wrapped as one paragraph.
struct Piece {
  std::shared_ptr<const ShapedText> shaped;
  const Font* font = nullptr;
  double size_pt = 0;
  double tracking_em = 0;
  Colour colour;
  std::string language = {};                      ///< BCP 47, where it is not the certificate's
  std::uint8_t level = 0;                         ///< odd: from right to left
  std::shared_ptr<const ShapedText> hyphen = {};  ///< drawn behind it at a break inside a word
};

/// How lines are chosen.
enum class Wrapping {
  greedy,    ///< each as full as it gets
  balanced,  ///< the least number of lines, then the least width that still gives that number
  even       ///< the least number of lines, then those that differ least in width; on equal terms the shorter first
};

/// Glyphs [first, end) of one piece on one line.
struct Slice {
  std::size_t piece = 0;
  std::size_t first = 0;
  std::size_t end = 0;
  double x = 0;         ///< from the line's begin, mm
  double width = 0;     ///< mm, without spaces at the line's end
  bool hyphen = false;  ///< the piece's hyphen, not its glyphs
};

/// One line; the spaces of a soft break stay at its end and do not count for the width.
struct TextLine {
  std::vector<Slice> slices;  ///< in reading order; each has its place
  double width = 0;
};

/// What wrapping gave: lines, each at most `measure` wide, or nothing and the width of the word that is too wide.
struct Wrapped {
  std::vector<TextLine> lines;
  double too_wide = 0;
};

/// Breaks `pieces`, read as one text, into lines of at most `measure` mm, where `Glyph::behind` says so. The pieces of
/// a line stand in the order of their levels, those of a text that is `right_to_left` from the right.
Wrapped wrap(const std::vector<Piece>& pieces, double measure, Wrapping wrapping, bool right_to_left = false);

}  // namespace guerdon
