#include "pdf/compact_font.h"

#include "dots.h"
#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// A bare CFF font, with the tables around it that HarfBuzz asks for.
class Opened {
 public:
  Opened(const std::string& cff, unsigned glyphs) : face_(hb_face_builder_create()) {
    std::string head(54, '\0');
    head.replace(12, 4, "\x5F\x0F\x3C\xF5");
    head.replace(18, 2, "\x03\xE8");
    std::string profile("\0\0\x50\0", 4);
    profile += static_cast<char>(glyphs >> 8U);
    profile += static_cast<char>(glyphs & 0xFFU);
    add(HB_TAG('C', 'F', 'F', ' '), cff);
    add(HB_TAG('h', 'e', 'a', 'd'), head);
    add(HB_TAG('m', 'a', 'x', 'p'), profile);
    font_ = hb_font_create(face_);
  }
  ~Opened() {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
  }
  Opened(const Opened&) = delete;
  Opened& operator=(const Opened&) = delete;

  [[nodiscard]] std::vector<Dot> dots(std::uint32_t glyph) const { return dots_of(font_, glyph, 1000); }

 private:
  void add(hb_tag_t tag, const std::string& bytes) {
    hb_blob_t* blob =
        hb_blob_create(bytes.data(), static_cast<unsigned>(bytes.size()), HB_MEMORY_MODE_DUPLICATE, nullptr, nullptr);
    hb_face_builder_add_table(face_, tag, blob);
    hb_blob_destroy(blob);
  }

  hb_face_t* face_;
  hb_font_t* font_ = nullptr;
};

pdf::FileGlyph file_glyph(const Font& font, unsigned code, char32_t character) {
  const std::uint32_t glyph = glyph_of(font, character);
  return {code, glyph, hb_font_get_glyph_h_advance(font.shaping(), glyph)};
}

}  // namespace

TEST_CASE("Every glyph is drawn as the font draws it, to two thousandths of the em") {
  for (const auto& font : shared_design("soft-skills").fonts) {
    const std::u32string characters = U"aBgSß&8@ąžőệΩψЖщ";
    std::vector<pdf::FileGlyph> glyphs;
    for (const char32_t character : characters)
      glyphs.push_back(file_glyph(*font, static_cast<unsigned>(glyphs.size()) + 1, character));
    for (const auto size : {pdf::CodeSize::one, pdf::CodeSize::two}) {
      const Opened cut(pdf::compact_font(*font, "ABCDEF+Test", glyphs, size), static_cast<unsigned>(glyphs.size()) + 1);
      for (std::size_t i = 0; i < glyphs.size(); ++i) {
        const std::vector<Dot> before = dots_of(font->shaping(), glyphs[i].glyph, font->units_per_em());
        const std::vector<Dot> after = cut.dots(static_cast<std::uint32_t>(i) + 1);
        REQUIRE_FALSE(after.empty());
        CHECK(farthest(after, before) < 2.5);
        CHECK(farthest(before, after) < 2.5);
      }
    }
  }
}

TEST_CASE("Codes of two bytes are the CIDs of the file, in ranges") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::string cff = pdf::compact_font(
      font, "X", {file_glyph(font, 3, 'a'), file_glyph(font, 4, 'b'), file_glyph(font, 96, U'ż')}, pdf::CodeSize::two);
  CHECK(cff.find(std::string("\2\0\3\0\1\0\x60\0\0", 9)) != std::string::npos);
}

TEST_CASE("Codes of one byte are the encoding of the file; ASCII has the names that every font knows") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::string cff = pdf::compact_font(
      font, "X", {file_glyph(font, 'a', 'a'), file_glyph(font, 'b', 'b'), file_glyph(font, 130, U'ż')},
      pdf::CodeSize::one);
  CHECK(cff.find(std::string("\1\2\x61\1\x82\0", 6)) != std::string::npos);
  CHECK(cff.find(std::string("\1\0\x42\1\1\x87\0", 7)) != std::string::npos);  // SID 66 is `a`, 391 the first own
  CHECK(cff.find("gIC") != std::string::npos);
}

TEST_CASE("An advance that a charstring leaves out is the one that the others are counted from") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::string cff = pdf::compact_font(font, "X", {file_glyph(font, 'a', 'a')}, pdf::CodeSize::one);
  CHECK(cff.find("\xF8\x88\x14\xF8\x88\x15") != std::string::npos);  // 500 defaultWidthX 500 nominalWidthX
}

TEST_CASE("The same glyphs give the same bytes, whatever was made before") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::vector<pdf::FileGlyph> one{file_glyph(font, 1, 'a')};
  const std::string first = pdf::compact_font(font, "X", one, pdf::CodeSize::one);
  pdf::compact_font(font, "X", {file_glyph(font, 1, U'ž'), file_glyph(font, 2, 'a')}, pdf::CodeSize::one);
  CHECK(pdf::compact_font(font, "X", one, pdf::CodeSize::one) == first);
}

TEST_CASE("Units become thousandths of the em, halves upwards on both sides of nought") {
  CHECK(pdf::thousandths(2048, 2048) == 1000);
  CHECK(pdf::thousandths(1, 2000) == 1);
  CHECK(pdf::thousandths(-1, 2000) == 0);
  CHECK(pdf::thousandths(7, 1000) == 7);
}
