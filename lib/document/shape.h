#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/font.h"
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
};

/// A text in one font: left to right, clusters rising.
struct ShapedText {
  std::string text;
  std::vector<Glyph> glyphs;
  std::vector<Unprintable> unprintable;

  /// Offset of the byte behind the text of `glyphs[index]`'s cluster.
  [[nodiscard]] std::size_t cluster_end(std::size_t index) const;
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

 private:
  hb_buffer_t* buffer_;
  std::unordered_map<std::string, std::shared_ptr<const ShapedText>> known_;
};

}  // namespace guerdon
