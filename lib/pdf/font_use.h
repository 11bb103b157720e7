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
/// to Unicode serves them. A character of ASCII is its own code; others come as they are met.
class Codes {
 public:
  /// Adds a code for `text`, which must outlive it.
  unsigned add(std::string_view text);
  /// The first code that stands for `text`; 0 for none.
  [[nodiscard]] unsigned first(std::string_view text) const;
  /// The next that stands for the same text as `code`, which a font draws in several ways; 0 behind the last.
  [[nodiscard]] unsigned next(unsigned code) const { return code < next_.size() ? next_[code] : 0; }

  /// The size of a code: one byte, or two once there are too many.
  [[nodiscard]] CodeSize size() const { return end_ <= 0x100 ? CodeSize::one : CodeSize::two; }

  /// The map to Unicode. Source: ISO 32000-1, 9.10.3.
  [[nodiscard]] std::string to_unicode() const;

 private:
  static constexpr unsigned after_ascii = 0x7F;

  unsigned end_ = after_ascii;           ///< behind the last code
  std::vector<std::string_view> texts_;  ///< of the codes from `after_ascii` on
  std::vector<unsigned> next_;           ///< by code
  std::unordered_map<std::string_view, unsigned> first_;
};

/// One font of one document: the glyphs that it uses, the code of each, its subset. `codes` and the pages whose runs
/// are noted must outlive it.
class FontUse {
 public:
  FontUse(const Font& font, Codes& codes) : font_(&font), codes_(&codes), used_(256) {}

  /// Notes the glyphs of `run`.
  void note(const TextRun& run);

  /// Cuts the font down to the noted glyphs, once all of the document's codes are known.
  void cut();

  /// A glyph in the document.
  struct Shown {
    unsigned code = 0;
    int width = 0;  ///< advance in thousandths of the size, as the file states it
  };
  /// `glyph` where it stands for `text`, both noted.
  [[nodiscard]] Shown shown(std::uint32_t glyph, std::string_view text) const {
    return used_[place_of(glyph, text)].shown;
  }
  [[nodiscard]] CodeSize code_size() const { return codes_->size(); }

  /// Adds the font's objects, `unicode` being the map, and gives the number of the font itself. Source: ISO 32000-1,
  /// 9.6.2 and 9.7.
  std::size_t add_to(PdfObjects& objects, std::size_t unicode) const;

  [[nodiscard]] const Font& font() const { return *font_; }

 private:
  /// A glyph that stands for a text, and the code of both.
  struct Used {
    std::uint32_t glyph = 0;
    Shown shown;  ///< code 0: nothing here
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
