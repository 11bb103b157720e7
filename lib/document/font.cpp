#include "document/font.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <filesystem>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"

namespace guerdon {

namespace {

constexpr std::array<hb_tag_t, 6> drawing_tables{HB_TAG('g', 'l', 'y', 'f'), HB_TAG('l', 'o', 'c', 'a'),
                                                 HB_TAG('h', 'e', 'a', 'd'), HB_TAG('h', 'h', 'e', 'a'),
                                                 HB_TAG('h', 'm', 't', 'x'), HB_TAG('m', 'a', 'x', 'p')};

}  // namespace

Font::Font(FontName name, const std::string& path) : name_(std::move(name)) {
  hb_blob_t* blob = hb_blob_create_from_file_or_fail(path.c_str());
  if (blob == nullptr) throw Error(Failure::access, "cannot read the font `" + path + "`");
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob, &length);
  sha256_ = guerdon::sha256({bytes, length});
  face_ = hb_face_create(blob, 0);
  hb_blob_destroy(blob);
  hb_blob_t* outlines = hb_face_reference_table(face_, HB_TAG('g', 'l', 'y', 'f'));
  const bool usable = hb_blob_get_length(outlines) > 0 && hb_face_get_glyph_count(face_) > 0;
  hb_blob_destroy(outlines);
  if (!usable) {
    hb_face_destroy(face_);
    throw Error(Failure::access, "the font `" + path + "` has no TrueType outlines");
  }
  units_per_em_ = hb_face_get_upem(face_);
  font_ = hb_font_create(face_);
  outlines_ = hb_face_builder_create();
  for (const hb_tag_t tag : drawing_tables) {
    hb_blob_t* table = hb_face_reference_table(face_, tag);
    hb_face_builder_add_table(outlines_, tag, table);
    hb_blob_destroy(table);
  }
  hb_face_make_immutable(outlines_);
  hb_face_make_immutable(face_);
  hb_font_make_immutable(font_);
}

Font::~Font() {
  hb_face_destroy(outlines_);
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
    if (recorded != nullptr) add(fs::path(folder) / (recorded->sha256 + ".ttf"));
    add(fs::path(folder) / name.file);
    if (!name.folder.empty()) add(fs::path(folder) / name.folder / name.file);
  }
  return found;
}

std::string install_hint(const FontName& name) {
  return name.package.empty() ? "install the font" : "apt install " + name.package;
}

std::shared_ptr<const Font> open_font(const FontName& name, const std::vector<std::string>& folders,
                                      const Certificate::Font* recorded) {
  const std::vector<std::string> paths = candidates(name, folders, recorded);
  if (paths.empty()) {
    throw Error(Failure::access, "the font file `" + name.file + "` is not in " + joined_or(folders),
                install_hint(name));
  }
  for (const std::string& path : paths) {
    auto font = std::make_shared<const Font>(name, path);
    if (recorded == nullptr || recorded->sha256 == font->sha256()) return font;
  }
  throw Error(Failure::undecidable,
              "the font `" + paths.front() +
                  "` is not the one that the certificate was made with: its SHA-256 is not `" + recorded->sha256 + "`",
              "put the recorded file into the workspace as fonts/" + recorded->sha256 + ".ttf");
}

}  // namespace

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
    fonts.push_back(open_font(name, folders, expected));
  }
  return fonts;
}

std::vector<Certificate::Font> describe(const Fonts& fonts) {
  std::vector<Certificate::Font> described;
  for (const auto& font : fonts)
    described.push_back({font->key(), font->file(), font->sha256()});
  return described;
}

}  // namespace guerdon
