#include "document/shape.h"

#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const Font& book() { return *shared_design("soft-skills").fonts[0]; }

long advance(const ShapedText& shaped) {
  long sum = 0;
  for (const Glyph& glyph : shaped.glyphs)
    sum += glyph.advance;
  return sum;
}

}  // namespace

TEST_CASE("Kerning draws letters together") {
  Shaper shaper;
  const auto pair = shaper.shape(book(), true, "en", "To");
  CHECK(pair->glyphs[0].advance < pair->glyphs[0].width);
}

TEST_CASE("Ligatures join letters only where they are asked for") {
  Shaper shaper;
  CHECK(shaper.shape(book(), true, "en", "fi")->glyphs.size() <=
        shaper.shape(book(), false, "en", "fi")->glyphs.size());
  CHECK(shaper.shape(book(), false, "en", "office")->glyphs.size() == 6);
}

TEST_CASE("A combining mark sits on its letter and takes no width") {
  Shaper shaper;
  const auto marked = shaper.shape(book(), true, "en", "x\u0323\u0302");
  CHECK(advance(*marked) == advance(*shaper.shape(book(), true, "en", "x")));
  CHECK(marked->glyphs.front().cluster == marked->glyphs.back().cluster);
}

TEST_CASE("The language chooses localised forms") {
  Shaper shaper;
  const auto serbian =
      shaper.shape(*shared_design("soft-skills").fonts[1], true, "sr", "\u0431\u0433\u0434\u043F\u0442");
  const auto russian =
      shaper.shape(*shared_design("soft-skills").fonts[1], true, "ru", "\u0431\u0433\u0434\u043F\u0442");
  bool differ = false;
  for (std::size_t i = 0; i < serbian->glyphs.size(); ++i)
    differ = differ || serbian->glyphs[i].id != russian->glyphs[i].id;
  CHECK(differ);
}

TEST_CASE("A text of two scripts keeps its clusters rising") {
  Shaper shaper;
  const auto mixed = shaper.shape(book(), true, "en", "Ελένη of Москва");
  for (std::size_t i = 1; i < mixed->glyphs.size(); ++i)
    CHECK(mixed->glyphs[i].cluster >= mixed->glyphs[i - 1].cluster);
  CHECK(mixed->unprintable.empty());
}

TEST_CASE("The same text is shaped once") {
  Shaper shaper;
  CHECK(shaper.shape(book(), true, "en", "again") == shaper.shape(book(), true, "en", "again"));
}

TEST_CASE("A character without a glyph is named") {
  Shaper shaper;
  const auto shaped = shaper.shape(book(), true, "en", "a\U0001F600");
  REQUIRE(shaped->unprintable.size() == 1);
  CHECK(shaped->unprintable[0].character == 0x1F600);
}
