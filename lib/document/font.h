#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/certificate.h"

struct hb_face_t;
struct hb_font_t;

namespace guerdon {

/// A font as a design names it.
struct FontName {
  std::string key;
  std::string file;     ///< without folder
  std::string folder;   ///< where it lies below a folder of fonts, "truetype/gentiumplus"; may be empty
  std::string package;  ///< the Debian package that brings it
  double baseline = 0;  ///< from the middle of a line down to the baseline, in em
  unsigned face = 0;    ///< which one of a collection (.ttc)
};

/// One open font file: immutable, shared by threads.
class Font {
 public:
  /// Throws Error when `path` cannot be read or holds neither TrueType nor CFF outlines.
  Font(FontName name, const std::string& path);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  [[nodiscard]] const std::string& key() const { return name_.key; }
  [[nodiscard]] const std::string& file() const { return name_.file; }
  [[nodiscard]] double baseline() const { return name_.baseline; }
  [[nodiscard]] const std::string& sha256() const { return sha256_; }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] unsigned units_per_em() const { return units_per_em_; }
  [[nodiscard]] bool bold() const { return bold_; }
  /// Whether it says in its PANOSE figures that it has no serifs.
  [[nodiscard]] bool sans() const { return sans_; }
  /// Whether it has a glyph of its own for `character`.
  [[nodiscard]] bool has(char32_t character) const;
  [[nodiscard]] hb_face_t* face() const { return face_; }
  [[nodiscard]] hb_font_t* shaping() const { return font_; }

 private:
  FontName name_;
  std::string path_;
  std::string sha256_;
  bool bold_ = false;
  bool sans_ = false;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
  unsigned units_per_em_ = 1000;
};

class FontChain;

/// The fonts of a design, in its order, and those that stand in for them.
class Fonts {
 public:
  void add(std::shared_ptr<const Font> font) { own_.push_back(std::move(font)); }
  void set_chain(std::shared_ptr<const FontChain> chain) { chain_ = std::move(chain); }

  [[nodiscard]] const std::shared_ptr<const Font>& operator[](std::size_t index) const { return own_[index]; }
  [[nodiscard]] const std::shared_ptr<const Font>& front() const { return own_.front(); }
  [[nodiscard]] std::size_t size() const { return own_.size(); }
  [[nodiscard]] auto begin() const { return own_.begin(); }
  [[nodiscard]] auto end() const { return own_.end(); }
  /// Null where the design names no fallback.
  [[nodiscard]] const FontChain* chain() const { return chain_.get(); }

 private:
  std::vector<std::shared_ptr<const Font>> own_;
  std::shared_ptr<const FontChain> chain_;
};

/// Opens `name` from the first of `folders` that has it, as `open_fonts` does; null when the file is nowhere and
/// `recorded` is null.
std::shared_ptr<const Font> find_font(const FontName& name, const std::vector<std::string>& folders,
                                      const Certificate::Font* recorded);

/// Opens `names` in their order, each from the first of `folders` that has it, directly or in its own subfolder.
/// With `recorded` (the fonts of a certificate's facts) a file counts only when its digest is the recorded one; it may
/// then also be called by the digest, as `kept_font_name` says. Throws Error: access when a file is nowhere,
/// undecidable when only another version is there.
Fonts open_fonts(const std::vector<FontName>& names, const std::vector<std::string>& folders,
                 const std::vector<Certificate::Font>* recorded = nullptr);

/// `<sha256>.ttf`, with the ending of `font`'s file: how a workspace calls its copy.
std::string kept_font_name(const Certificate::Font& font);

/// What a certificate's facts say of `font`.
Certificate::Font describe(const Font& font);

/// What a certificate's facts say of `fonts`.
std::vector<Certificate::Font> describe(const Fonts& fonts);

}  // namespace guerdon
