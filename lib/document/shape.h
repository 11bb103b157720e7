#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/breaks.h"
#include "document/font_chain.h"
#include "document/printable.h"

struct hb_buffer_t;

namespace guerdon {

/// One glyph as it was placed; lengths in font units.
struct Glyph {
  std::uint32_t id = 0;
  std::uint32_t cluster = 0;  ///< offset of the first byte of the text that it stands for
  std::int32_t advance = 0;   ///< kerning included
  std::int32_t width = 0;     ///< the glyph's own advance
  std::int32_t x_offset = 0;
  std::int32_t y_offset = 0;
  Break behind = Break::none;  ///< of the last glyph of a cluster; of a space, of each
};

/// A text in one font and one direction. Clusters rise: the glyphs of a text that runs from right to left stand in the
/// opposite of the order in which they are painted.
struct ShapedText {
  std::string text;
  bool right_to_left = false;
  std::vector<Glyph> glyphs;
  std::vector<Unprintable> unprintable;

  /// Offset of the byte behind the text of `glyphs[index]`'s cluster.
  [[nodiscard]] std::size_t cluster_end(std::size_t index) const;
};

/// A part of a text that is shaped by itself, with the font that has its characters.
struct ShapedPart {
  std::shared_ptr<const ShapedText> shaped;
  const Font* font = nullptr;
  double size = 1;  ///< beside the size of the style
  std::uint8_t level = 0;
};

/// What a text is set in.
struct Typeface {
  const Font& font;
  const FontChain* chain = nullptr;  ///< what stands in for `font`
  bool ligatures = true;
  std::string_view language;  ///< BCP 47
};

/// Shapes texts and remembers them. One for each thread.
class Shaper {
 public:
  Shaper();
  ~Shaper();
  Shaper(const Shaper&) = delete;
  Shaper& operator=(const Shaper&) = delete;

  /// `text` (UTF-8 without newlines) in `font`: kerning, marks and localised forms on, ligatures as asked, `language` a
  /// BCP 47 tag.
  std::shared_ptr<const ShapedText> shape(const Font& font, bool ligatures, std::string_view language,
                                          std::string_view text);

  /// `text` in parts, in reading order: by level (one for each byte, or none for a text that runs from left to right),
  /// script and font. What no font has is in the `unprintable` of its part.
  const std::vector<ShapedPart>& parts(const Typeface& face, std::string_view text,
                                       const std::vector<std::uint8_t>& levels);

 private:
  std::vector<ShapedPart> shaped_parts(const Typeface& face, std::string_view text,
                                       const std::vector<std::uint8_t>& levels);

  hb_buffer_t* buffer_;
  std::unordered_map<std::string, std::vector<ShapedPart>> known_;
};

}  // namespace guerdon
