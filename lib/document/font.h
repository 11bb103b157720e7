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
};

/// One open font file: immutable, shared by threads.
class Font {
 public:
  /// Throws Error when `path` cannot be read or holds no TrueType outlines.
  Font(FontName name, const std::string& path);
  ~Font();
  Font(const Font&) = delete;
  Font& operator=(const Font&) = delete;

  [[nodiscard]] const std::string& key() const { return name_.key; }
  [[nodiscard]] const std::string& file() const { return name_.file; }
  [[nodiscard]] double baseline() const { return name_.baseline; }
  [[nodiscard]] const std::string& sha256() const { return sha256_; }
  [[nodiscard]] unsigned units_per_em() const { return units_per_em_; }
  [[nodiscard]] hb_face_t* face() const { return face_; }
  /// A face with the tables that draw glyphs and nothing else: a subset of it is cut several times faster.
  [[nodiscard]] hb_face_t* outlines() const { return outlines_; }
  [[nodiscard]] hb_font_t* shaping() const { return font_; }

 private:
  FontName name_;
  std::string sha256_;
  hb_face_t* face_ = nullptr;
  hb_face_t* outlines_ = nullptr;
  hb_font_t* font_ = nullptr;
  unsigned units_per_em_ = 1000;
};

using Fonts = std::vector<std::shared_ptr<const Font>>;

/// Opens `names` in their order, each from the first of `folders` that has it, directly or in its own subfolder.
/// With `recorded` (the fonts of a certificate's facts) a file counts only when its digest is the recorded one; it may
/// then also be called `<sha256>.ttf`. Throws Error: access when a file is nowhere, undecidable when only another
/// version is there.
Fonts open_fonts(const std::vector<FontName>& names, const std::vector<std::string>& folders,
                 const std::vector<Certificate::Font>* recorded = nullptr);

/// What a certificate's facts say of `fonts`.
std::vector<Certificate::Font> describe(const Fonts& fonts);

}  // namespace guerdon
