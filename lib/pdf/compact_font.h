#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/font.h"

namespace guerdon::pdf {

/// A glyph of a file that is to be made.
struct FileGlyph {
  unsigned code = 0;  ///< rising
  std::uint32_t glyph = 0;
  std::int32_t advance = 0;  ///< in font units
};

/// A CFF font called `name`, keyed by CID, whose CIDs are the codes of `glyphs` of `font`: outlines on a grid of 1000
/// for the em, without hints. Quadratic splines that stand for one cubic curve become that again, which halves the
/// file. Source: Adobe TN 5176 and 5177.
std::string compact_font(const Font& font, std::string_view name, const std::vector<FileGlyph>& glyphs);

/// `units` of a font with `units_per_em`, in thousandths of the em.
int thousandths(int units, unsigned units_per_em);

}  // namespace guerdon::pdf
