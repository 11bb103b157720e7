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

TEST_CASE("Codes count from one in the order of the font's glyphs") {
  Shaper shaper;
  const TextRun run = run_of("cab", shaper);
  pdf::FontUse use(*run.font);
  use.note(run);
  use.cut();
  for (const Glyph& glyph : run.shaped->glyphs) {
    CHECK(use.code(glyph.id) >= 1);
    CHECK(use.code(glyph.id) <= 3);
  }
}

TEST_CASE("A glyph gives back the text that it stands for") {
  Shaper shaper;
  const TextRun run = run_of("ż", shaper);
  pdf::FontUse use(*run.font);
  use.note(run);
  use.cut();
  CHECK(use.text(run.shaped->glyphs[0].id) == "ż");
}

TEST_CASE("A cluster of several glyphs gives its text once") {
  Shaper shaper;
  const TextRun run = run_of("x\u0323\u0302", shaper);
  pdf::FontUse use(*run.font);
  use.note(run);
  CHECK(use.text(run.shaped->glyphs[0].id) == "x\u0323\u0302");
}

TEST_CASE("A font becomes five objects") {
  Shaper shaper;
  const TextRun run = run_of("a", shaper);
  pdf::FontUse use(*run.font);
  use.note(run);
  use.cut();
  PdfObjects objects;
  CHECK(use.add_to(objects) == 5);
}
