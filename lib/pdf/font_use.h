#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/page.h"
#include "pdf/assemble.h"
#include "pdf/font_file.h"

namespace guerdon::pdf {

/// The character codes of one document and the text that each stands for: the same in all of its fonts, so that one map
/// to Unicode serves them. ASCII has fixed codes; others come as they are met.
class Codes {
 public:
  Codes();

  /// Adds a code for `text`.
  unsigned add(std::string_view text);
  /// The codes that stand for `text`: more than one where a font draws it in several ways.
  const std::vector<unsigned>& of(std::string_view text);

  /// The map to Unicode. Source: ISO 32000-1, 9.10.3.
  [[nodiscard]] std::string to_unicode() const;

 private:
  std::vector<std::string> texts_;  ///< by code; 0 is not used
  std::unordered_map<std::string_view, std::vector<unsigned>> codes_;
};

/// One font of one document: the glyphs that it uses, the code of each, its subset. `codes` and the pages whose runs
/// are noted must outlive it.
class FontUse {
 public:
  FontUse(const Font& font, Codes& codes) : font_(&font), codes_(&codes), used_(256) {}

  /// Notes the glyphs of `run`.
  void note(const TextRun& run);

  /// Cuts the font down to the noted glyphs.
  void cut();

  /// The character code of `glyph` where it stands for `text`, both noted.
  [[nodiscard]] unsigned code(std::uint32_t glyph, std::string_view text) const;
  /// Advance of `glyph` in thousandths of the size, as the file states it.
  [[nodiscard]] int width(const Glyph& glyph) const;

  /// Adds the font's objects, `unicode` being the map, and gives the number of the first, the Type 0 font. Source: ISO
  /// 32000-1, 9.7.
  std::size_t add_to(PdfObjects& objects, std::size_t unicode) const;

  [[nodiscard]] const Font& font() const { return *font_; }

 private:
  /// A glyph that stands for a text, and the code of both.
  struct Used {
    std::uint32_t glyph = 0;
    unsigned code = 0;  ///< 0: nothing here
    std::string_view text;
  };

  void note(const Glyph& glyph, std::string_view text);
  [[nodiscard]] std::size_t place_of(std::uint32_t glyph, std::string_view text) const;
  void grow();

  const Font* font_;
  Codes* codes_;
  std::vector<Used> used_;  ///< a hash table by glyph, at most half full; its size is a power of two
  std::size_t used_count_ = 0;
  std::vector<FileGlyph> glyphs_;         ///< by code; those of glyph 0 are not used
  std::shared_ptr<const FontFile> file_;  ///< once `cut`
};

/// The text that `run`'s glyph `index` stands for. In a cluster of as many glyphs as characters each has its own; in
/// any other the first that is painted has all of it.
std::string_view text_of(const TextRun& run, std::size_t index);

/// Whether the glyphs of the cluster [begin, end) of `run` give its text back one after the other.
bool is_paired(const TextRun& run, std::size_t begin, std::size_t end);

}  // namespace guerdon::pdf
