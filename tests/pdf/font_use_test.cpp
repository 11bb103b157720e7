#include "pdf/font_use.h"

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

TextRun run_of(const std::string& text, Shaper& shaper) {
  const Font& font = *shared_design("soft-skills").fonts[0];
  TextRun run;
  run.font = &font;
  run.size_pt = 12;
  run.shaped = shaper.shape(font, false, "en", text);
  run.end = run.shaped->glyphs.size();
  return run;
}

}  // namespace

TEST_CASE("A character of ASCII is its own code") {
  Shaper shaper;
  const TextRun run = run_of("cab", shaper);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  CHECK(use.shown(run.shaped->glyphs[0].id, "c").code == 'c');
  CHECK(use.shown(run.shaped->glyphs[1].id, "a").code == 'a');
}

TEST_CASE("A character beyond ASCII gets the next code, and the map gives it back") {
  Shaper shaper;
  const TextRun run = run_of("żż", shaper);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  CHECK(use.shown(run.shaped->glyphs[0].id, "ż").code == 127);
  CHECK(codes.to_unicode().find("1 beginbfchar\n<7F><017C>\nendbfchar") != std::string::npos);
}

TEST_CASE("A glyph that stands for two texts has a code for each") {
  Shaper shaper;
  TextRun run = run_of("ab", shaper);
  ShapedText same = *run.shaped;
  same.glyphs[1].id = same.glyphs[0].id;
  run.shaped = std::make_shared<const ShapedText>(same);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  CHECK(use.shown(same.glyphs[0].id, "a").code == 'a');
  CHECK(use.shown(same.glyphs[0].id, "b").code == 'b');
}

TEST_CASE("A text that one font draws in two ways has a code for each") {
  pdf::Codes codes;
  CHECK(codes.first("a") == 'a');
  CHECK(codes.next('a') == 0);
  CHECK(codes.add("a") == 127);
  CHECK(codes.add("a") == 128);
  CHECK(codes.next('a') == 127);
  CHECK(codes.next(127) == 128);
  CHECK(codes.next(128) == 0);
}

TEST_CASE("Codes have two bytes once one does not hold them all") {
  pdf::Codes codes;
  CHECK(codes.first("é") == 0);
  for (int i = 127; i < 256; ++i)
    codes.add("é");
  CHECK(codes.size() == pdf::CodeSize::one);
  CHECK(codes.to_unicode().find("<00><FF>") != std::string::npos);
  CHECK(codes.add("è") == 256);
  CHECK(codes.size() == pdf::CodeSize::two);
  CHECK(codes.to_unicode().find("<0020><007E><0020>") != std::string::npos);
  CHECK(codes.to_unicode().find("<0100><00E8>") != std::string::npos);
}

TEST_CASE("A cluster of as many glyphs as characters gives one for each") {
  Shaper shaper;
  const TextRun run = run_of("x\u0323\u0302", shaper);
  REQUIRE(run.end == 3);
  CHECK(pdf::text_of(run, 0) == "x");
  CHECK(pdf::text_of(run, 2) == "\u0302");
}

TEST_CASE("A font becomes three objects, and four with codes of two bytes") {
  Shaper shaper;
  const TextRun run = run_of("a", shaper);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  use.cut();
  PdfObjects objects;
  const std::size_t unicode = objects.reserve();
  CHECK(use.add_to(objects, unicode) == 4);

  for (int i = 127; i < 257; ++i)
    codes.add("é");
  use.cut();
  PdfObjects more;
  CHECK(use.add_to(more, more.reserve()) == 5);
}
