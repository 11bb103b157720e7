#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/font.h"

namespace guerdon::pdf {

/// How many bytes a character code has.
enum class CodeSize : std::uint8_t { one, two };

/// A glyph of a file that is to be made.
struct FileGlyph {
  unsigned code = 0;  ///< rising
  std::uint32_t glyph = 0;
  std::int32_t advance = 0;  ///< in font units
};

/// A CFF font called `name` of `glyphs` of `font`: outlines in thousandths of the em, without hints. Codes of one byte
/// are its encoding, those of two its CIDs. Source: Adobe TN 5176 and 5177.
std::string compact_font(const Font& font, std::string_view name, const std::vector<FileGlyph>& glyphs, CodeSize size);

/// `units` of a font with `units_per_em`, in thousandths of the em.
int thousandths(int units, unsigned units_per_em);

}  // namespace guerdon::pdf
