#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"
#include "pdf/assemble.h"

namespace guerdon::pdf {

/// One font of one document: the glyphs that it uses, the text that each stands for, its subset.
class FontUse {
 public:
  explicit FontUse(const Font& font) : font_(&font) {}

  /// Notes the glyphs of `run`.
  void note(const TextRun& run);

  /// Cuts the font down to the noted glyphs; from here on `code` may be asked.
  void cut();

  /// The character code of `glyph` in content streams.
  [[nodiscard]] unsigned code(std::uint32_t glyph) const;
  /// Advance of `glyph` in thousandths of the size, as the file states it.
  [[nodiscard]] double width(const Glyph& glyph) const;
  /// The text that a reader gets for `glyph`.
  [[nodiscard]] std::string_view text(std::uint32_t glyph) const;

  /// Adds the font's objects and gives the number of the first, the Type 0 font. Source: ISO 32000-1, 9.7.
  std::size_t add_to(PdfObjects& objects) const;

  [[nodiscard]] const Font& font() const { return *font_; }

 private:
  struct Used {
    std::string text;  ///< empty: not used
    std::int32_t width = 0;
    unsigned code = 0;
  };

  [[nodiscard]] std::string widths() const;
  [[nodiscard]] std::string to_unicode() const;
  [[nodiscard]] std::string name() const;

  const Font* font_;
  std::vector<Used> used_;             ///< by the font's own glyph id
  std::vector<std::uint32_t> glyphs_;  ///< those that are used, rising once `cut`
  std::string file_;
};

}  // namespace guerdon::pdf
