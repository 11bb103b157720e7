#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/font.h"

namespace guerdon::pdf {

/// Units per em of the fonts that are put into files: on a finer grid outlines only take more bytes.
inline constexpr unsigned file_units = 1000;

/// A TrueType file of `file_units` per em, without hints, whose glyph i is `glyphs[i]` of `font`; 0 gives an empty one.
/// Parts of composed glyphs follow behind. Throws Error when the font's tables are damaged. Source: ISO/IEC 14496-22,
/// 5.2 and 5.3.
std::string cut_true_type(const Font& font, const std::vector<std::uint32_t>& glyphs);

/// `units` of a font with `units_per_em`, on the grid of files.
int on_file_grid(int units, unsigned units_per_em);

}  // namespace guerdon::pdf
