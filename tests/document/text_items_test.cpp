#include "document/text_items.h"

#include "document/bidi.h"
#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// "font:text" of each item, the style's own font as "-".
std::vector<std::string> items(const std::string& text) {
  const Fonts& fonts = shared_design("soft-skills").fonts;
  const auto levels = has_right_to_left(text) ? levels_of(text, false) : std::vector<std::uint8_t>{};
  std::vector<std::string> told;
  for (const TextItem& item : items_of(text, *fonts[0], fonts.chain(), levels))
    told.push_back((item.font == nullptr ? "-" : item.font->key()) + ":" +
                   text.substr(item.begin, item.end - item.begin));
  return told;
}

std::vector<Unprintable> unprintable(const std::string& text) {
  const Fonts& fonts = shared_design("soft-skills").fonts;
  return items_of(text, *fonts[0], fonts.chain(), {}).front().unprintable;
}

using Items = std::vector<std::string>;

}  // namespace

TEST_CASE("Scripts of the style's own font are parted by script alone") {
  CHECK(items("Zofia Ελένη") == Items{"-:Zofia ", "-:Ελένη"});
}

TEST_CASE("What the style's font lacks is set in the font of its script, spaces beside it in its own") {
  CHECK(items("Anna דוד Rossi") == Items{"-:Anna ", "NotoSerifHebrew-Regular:דוד", "-: Rossi"});
  CHECK(items("דוד לוי") == Items{"NotoSerifHebrew-Regular:דוד לוי"});
}

TEST_CASE("A word is in one font where one has all of it") {
  CHECK(items("Zhuge亮") == Items{"NotoSerifCJK-Regular:Zhuge", "NotoSerifCJK-Regular:亮"});
  CHECK(items("דוד.") == Items{"NotoSerifHebrew-Regular:דוד", "-:."});
}

TEST_CASE("A mark stays in the font of its letter") {
  CHECK(items("\u05E9\u05C1\u05B8") == Items{"NotoSerifHebrew-Regular:\u05E9\u05C1\u05B8"});
  CHECK(items("a\u0323\u0302") == Items{"-:a\u0323\u0302"});
}

TEST_CASE("What no font has is told with the fonts that were asked") {
  const auto found = unprintable("a \U0001F600");
  REQUIRE(found.size() == 1);
  CHECK(found[0].character == 0x1F600);
  CHECK(found[0].fonts.find("`GentiumBookPlus-Regular.ttf`") == 0);
  CHECK(found[0].file.empty());
}
