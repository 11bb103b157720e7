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
  std::string language = {};  ///< BCP 47, where it is not the certificate's
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
  double x = 0;      ///< from the line's begin, mm
  double width = 0;  ///< mm, without spaces at the line's end
};

/// One line; the spaces of a soft break stay at its end and do not count for the width.
struct TextLine {
  std::vector<Slice> slices;
  double width = 0;
};

/// What wrapping gave: lines, each at most `measure` wide, or nothing and the width of the word that is too wide.
struct Wrapped {
  std::vector<TextLine> lines;
  double too_wide = 0;
};

/// Breaks `pieces`, read as one text, into lines of at most `measure` mm. Breaks stand behind a space or an en space;
/// behind a hyphen only inside a word that is by itself wider than the measure.
Wrapped wrap(const std::vector<Piece>& pieces, double measure, Wrapping wrapping);

}  // namespace guerdon
