#include "document/font.h"

#include <hb-ot.h>
#include <hb.h>

#include <filesystem>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"

namespace guerdon {

namespace {

bool has_table(hb_face_t* face, hb_tag_t tag) {
  hb_blob_t* table = hb_face_reference_table(face, tag);
  const bool found = hb_blob_get_length(table) > 0;
  hb_blob_destroy(table);
  return found;
}

/// Source: OpenType, OS/2, panose: a Latin text face (2) whose serif style is one of those without (11 to 15).
bool says_sans(hb_face_t* face) {
  constexpr unsigned family_at = 32;
  constexpr unsigned serifs_at = 33;
  hb_blob_t* table = hb_face_reference_table(face, HB_TAG('O', 'S', '/', '2'));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(table, &length);
  const bool sans = length > serifs_at && bytes[family_at] == 2 && bytes[serifs_at] >= 11 && bytes[serifs_at] <= 15;
  hb_blob_destroy(table);
  return sans;
}

}  // namespace

Font::Font(FontName name, const std::string& path) : name_(std::move(name)), path_(path) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) throw Error(Failure::access, "cannot read the font `" + path + "`");
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob, &length);
  sha256_ = guerdon::sha256({bytes, length});
  face_ = hb_face_create(blob, name_.face);
  hb_blob_destroy(blob);
  const bool has_outlines =
      has_table(face_, HB_TAG('g', 'l', 'y', 'f')) || has_table(face_, HB_TAG('C', 'F', 'F', ' '));
  const bool usable = has_outlines && hb_face_get_glyph_count(face_) > 0;
  if (!usable) {
    hb_face_destroy(face_);
    throw Error(Failure::access, "the font `" + path + "` has neither TrueType nor CFF outlines");
  }
  units_per_em_ = hb_face_get_upem(face_);
  font_ = hb_font_create(face_);
  constexpr float least_bold = 600;
  bold_ = hb_style_get_value(font_, HB_STYLE_TAG_WEIGHT) >= least_bold;
  sans_ = says_sans(face_);
  hb_face_make_immutable(face_);
  hb_font_make_immutable(font_);
}

bool Font::has(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_, static_cast<hb_codepoint_t>(character), &glyph) != 0;
}

Font::~Font() {
  hb_font_destroy(font_);
  hb_face_destroy(face_);
}

namespace {

std::vector<std::string> candidates(const FontName& name, const std::vector<std::string>& folders,
                                    const Certificate::Font* recorded) {
  namespace fs = std::filesystem;
  std::vector<std::string> found;
  const auto add = [&found](const fs::path& path) {
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) found.push_back(path.string());
  };
  for (const std::string& folder : folders) {
    if (recorded != nullptr) add(fs::path(folder) / kept_font_name(*recorded));
    add(fs::path(folder) / name.file);
    if (!name.folder.empty()) add(fs::path(folder) / name.folder / name.file);
  }
  return found;
}

std::string install_hint(const FontName& name) {
  return name.package.empty() ? "install the font" : "apt install " + name.package;
}

}  // namespace

std::shared_ptr<const Font> find_font(const FontName& name, const std::vector<std::string>& folders,
                                      const Certificate::Font* recorded) {
  const std::vector<std::string> paths = candidates(name, folders, recorded);
  for (const std::string& path : paths) {
    auto font = std::make_shared<const Font>(name, path);
    if (recorded == nullptr || recorded->sha256 == font->sha256()) return font;
  }
  if (paths.empty() && recorded == nullptr) return nullptr;
  const std::string keep = "put the recorded file into the workspace as fonts/";
  if (paths.empty()) {
    throw Error(Failure::access, "the font file `" + name.file + "` is not in " + joined_or(folders),
                install_hint(name) + ", or " + keep + kept_font_name(*recorded));
  }
  throw Error(Failure::undecidable,
              "the font `" + paths.front() +
                  "` is not the one that the certificate was made with: its SHA-256 is not `" + recorded->sha256 + "`",
              keep + kept_font_name(*recorded));
}

Fonts open_fonts(const std::vector<FontName>& names, const std::vector<std::string>& folders,
                 const std::vector<Certificate::Font>* recorded) {
  Fonts fonts;
  for (const FontName& name : names) {
    const Certificate::Font* expected = nullptr;
    if (recorded != nullptr) {
      for (const Certificate::Font& one : *recorded) {
        if (one.key == name.key) expected = &one;
      }
      if (expected == nullptr) {
        throw Error(Failure::undecidable, "the certificate records no font `" + name.key + "`, which its design names");
      }
    }
    auto font = find_font(name, folders, expected);
    if (font == nullptr) {
      throw Error(Failure::access, "the font file `" + name.file + "` is not in " + joined_or(folders),
                  install_hint(name));
    }
    fonts.add(std::move(font));
  }
  return fonts;
}

std::string kept_font_name(const Certificate::Font& font) {
  return font.sha256 + std::filesystem::path(font.file).extension().string();
}

Certificate::Font describe(const Font& font) { return {font.key(), font.file(), font.sha256()}; }

std::vector<Certificate::Font> describe(const Fonts& fonts) {
  std::vector<Certificate::Font> described;
  for (const auto& font : fonts)
    described.push_back(describe(*font));
  return described;
}

}  // namespace guerdon
