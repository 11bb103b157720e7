#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "document/font_chain.h"
#include "document/printable.h"

namespace guerdon {

/// A stretch of a text in one script, level and font.
struct TextItem {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t script = 0;    ///< as HarfBuzz numbers it
  std::uint8_t level = 0;      ///< odd: from right to left
  const Font* font = nullptr;  ///< null: the style's own
  double size = 1;
  std::vector<Unprintable> unprintable = {};
};

/// Parts `text`. A mark stays in the font of its letter; a word is in one font where one has all of it, the style's own
/// before those that stand in. `levels` has one for each byte, or none.
std::vector<TextItem> items_of(std::string_view text, const Font& font, const FontChain* chain,
                               const std::vector<std::uint8_t>& levels);

}  // namespace guerdon
