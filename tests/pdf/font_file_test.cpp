#include "pdf/font_file.h"

#include "dots.h"
#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

constexpr auto one = pdf::CodeSize::one;

pdf::FileGlyph file_glyph(const Font& font, unsigned code, char32_t character) {
  const std::uint32_t glyph = glyph_of(font, character);
  return {code, glyph, hb_font_get_glyph_h_advance(font.shaping(), glyph)};
}

}  // namespace

TEST_CASE("Widths stand by code, neighbours together") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::vector<pdf::FileGlyph> glyphs{file_glyph(font, 33, 'i'), file_glyph(font, 34, 'i'),
                                           file_glyph(font, 37, 'i')};
  const std::string width = std::to_string(
      pdf::thousandths(hb_font_get_glyph_h_advance(font.shaping(), glyph_of(font, 'i')), font.units_per_em()));
  CHECK(pdf::font_file(font, glyphs, pdf::CodeSize::two)->widths ==
        "/DW 0/W[33[" + width + " " + width + "]37[" + width + "]]");
  CHECK(pdf::font_file(font, glyphs, pdf::CodeSize::one)->widths ==
        "/FirstChar 33/LastChar 37/Widths[" + width + " " + width + " 0 0 " + width + "]");
}

TEST_CASE("The same glyphs are cut once; under other codes they are another font") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const auto first = pdf::font_file(font, {file_glyph(font, 3, 'a')}, one);
  CHECK(pdf::font_file(font, {file_glyph(font, 3, 'a')}, one) == first);
  const auto other = pdf::font_file(font, {file_glyph(font, 4, 'a')}, one);
  CHECK(other->name != first->name);
  CHECK(other->name.ends_with("+GentiumBookPlus"));
}

TEST_CASE("A slanted font says so in its descriptor") {
  const auto& fonts = shared_design("soft-skills").fonts;
  const auto flags = [](const Font& font) {
    const auto file = pdf::font_file(font, {file_glyph(font, 3, 'a')}, one);
    const std::size_t at = file->descriptor.find("/Flags ") + 7;
    return std::stoi(file->descriptor.substr(at));
  };
  CHECK(flags(*fonts[0]) == 4);
  CHECK(flags(*fonts[1]) == 68);
}

TEST_CASE("A name that a font should not have does not end its name in the file") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  std::string bytes = read_file(font.path());
  const auto replace_all = [&bytes](const std::string& what, const std::string& with) {
    for (std::size_t at = bytes.find(what); at != std::string::npos; at = bytes.find(what, at + with.size()))
      bytes.replace(at, what.size(), with);
  };
  replace_all("GentiumBookPlus", "Gentium (ook)lu");
  const auto wide = [](std::string_view text) {
    std::string out;
    for (const char c : text)
      out.append(1, '\0').append(1, c);
    return out;
  };
  replace_all(wide("GentiumBookPlus"), wide("Gentium (ook)lu"));
  const std::string path = (std::filesystem::temp_directory_path() / "guerdon-odd-name.ttf").string();
  std::ofstream(path, std::ios::binary) << bytes;
  const Font odd({"GB", "guerdon-odd-name.ttf", {}, {}, 0, 0}, path);
  CHECK(pdf::font_file(odd, {file_glyph(odd, 3, 'a')}, one)->name.ends_with("+Gentiumooklu"));
  std::filesystem::remove(path);
}
