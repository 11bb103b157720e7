#pragma once

#include <memory>
#include <string>
#include <vector>

#include "pdf/compact_font.h"

namespace guerdon::pdf {

/// What a PDF file holds of one font cut down to some glyphs.
struct FontFile {
  std::string name;        ///< "ABCDEF+GentiumPlus"
  std::string widths;      ///< entries of the font's dictionary, in thousandths of the em
  std::string descriptor;  ///< without its last entry, the stream, and its end
  std::string stream;      ///< object body of the font itself
};

/// `font` cut down to `glyphs`. In a batch many documents need the same ones of a font: each thread remembers the last.
/// Source: ISO 32000-1, 9.6.2 and 9.7.4.3.
std::shared_ptr<const FontFile> font_file(const Font& font, const std::vector<FileGlyph>& glyphs, CodeSize size);

}  // namespace guerdon::pdf
