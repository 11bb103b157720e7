#include "document/bidi.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("A language is written from right to left as its script is") {
  for (const char* language : {"ar", "he", "fa", "ur", "ar-EG", "az-Arab", "ckb"})
    CHECK_MESSAGE(is_right_to_left(language), language);
  for (const char* language : {"en", "it", "el", "ar-Latn", "tr", "ja", ""})
    CHECK_FALSE_MESSAGE(is_right_to_left(language), language);
}

TEST_CASE("Latin, Greek and Cyrillic ask for no levels, Arabic, Hebrew and the marks of direction do") {
  CHECK_FALSE(has_right_to_left("Zofia Wiśniewska – Ελένη, Ђорђевић “a” 東京"));
  CHECK(has_right_to_left("a \u05D0"));
  CHECK(has_right_to_left("\u0660"));
  CHECK(has_right_to_left("a\u200Fb"));
  CHECK(has_right_to_left("\U0001E900"));
}

TEST_CASE("Every byte of a text has the level of its character") {
  const auto levels = levels_of("a \u05D0\u05D1 1", false);
  CHECK(levels == std::vector<std::uint8_t>{0, 0, 1, 1, 1, 1, 1, 2});
  CHECK(levels_of("ab", true) == std::vector<std::uint8_t>{2, 2});
  CHECK(levels_of("", true).empty());
}

TEST_CASE("An id of letters and digits stays in one piece in a text from right to left") {
  const std::string text = "\u05D0 1234-AB.C, \u05D1";
  auto levels = levels_of(text, true);
  CHECK(levels[7] == 1);  // the hyphen
  keep_tokens(text, levels);
  for (std::size_t i = 3; i < 12; ++i)
    CHECK(levels[i] == 2);
  CHECK(levels[12] == 1);
}

TEST_CASE("A text has the direction of its first letter") {
  CHECK(begins_right_to_left("3 \u05D0 a", false));
  CHECK_FALSE(begins_right_to_left("a \u05D0", true));
  CHECK(begins_right_to_left("123", true));
  CHECK_FALSE(begins_right_to_left("Zofia", false));
}

TEST_CASE("Parts of one line are put in their order from the left") {
  using Order = std::vector<std::size_t>;
  CHECK(visual_order({0, 0, 0}) == Order{0, 1, 2});
  CHECK(visual_order({0, 1, 1, 0}) == Order{0, 2, 1, 3});
  CHECK(visual_order({1, 2, 2, 1}) == Order{3, 1, 2, 0});
  CHECK(visual_order({1, 1}) == Order{1, 0});
  CHECK(visual_order({}).empty());
}
