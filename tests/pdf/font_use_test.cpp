#include "pdf/font_use.h"

#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

TextRun run_of(const std::string& text, Shaper& shaper) {
  const Font& font = *shared_design("soft-skills").fonts[1];
  TextRun run;
  run.font = &font;
  run.size_pt = 12;
  run.shaped = shaper.shape(font, false, "en", text);
  run.end = run.shaped->glyphs.size();
  return run;
}

}  // namespace

TEST_CASE("A character of ASCII has the same code in every font") {
  Shaper shaper;
  const TextRun run = run_of("cab", shaper);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  CHECK(use.code(run.shaped->glyphs[0].id, "c") == 'c' - 31);
  CHECK(use.code(run.shaped->glyphs[1].id, "a") == 'a' - 31);
}

TEST_CASE("A character beyond ASCII gets the next code, and the map gives it back") {
  Shaper shaper;
  const TextRun run = run_of("żż", shaper);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  CHECK(use.code(run.shaped->glyphs[0].id, "ż") == 96);
  CHECK(codes.to_unicode().find("1 beginbfchar\n<0060><017C>\nendbfchar") != std::string::npos);
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
  CHECK(use.code(same.glyphs[0].id, "a") == 'a' - 31);
  CHECK(use.code(same.glyphs[0].id, "b") == 'b' - 31);
}

TEST_CASE("A text that one font draws in two ways has a code for each") {
  pdf::Codes codes;
  CHECK(codes.of("a") == std::vector<unsigned>{66});
  CHECK(codes.add("a") == 96);
  CHECK(codes.of("a") == std::vector<unsigned>{66, 96});
}

TEST_CASE("A cluster of as many glyphs as characters gives one for each") {
  Shaper shaper;
  const TextRun run = run_of("x\u0323\u0302", shaper);
  REQUIRE(run.end == 3);
  CHECK(pdf::text_of(run, 0) == "x");
  CHECK(pdf::text_of(run, 2) == "\u0302");
}

TEST_CASE("A font becomes four objects, which share the map") {
  Shaper shaper;
  const TextRun run = run_of("a", shaper);
  pdf::Codes codes;
  pdf::FontUse use(*run.font, codes);
  use.note(run);
  use.cut();
  PdfObjects objects;
  const std::size_t unicode = objects.reserve();
  CHECK(use.add_to(objects, unicode) == 5);
}
