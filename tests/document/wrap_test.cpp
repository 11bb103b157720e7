#include "document/wrap.h"

#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

Wrapped wrapped(const std::string& text, double measure, Wrapping wrapping) {
  const Font& font = *shared_design("soft-skills").fonts[0];
  Shaper shaper;
  return wrap({{shaper.shape(font, true, "en", text), &font, 12, 0, {}}}, measure, wrapping);
}

}  // namespace

TEST_CASE("Greedy lines are as full as the measure allows") {
  const Wrapped w = wrapped("aa bb cc dd", 12, Wrapping::greedy);
  REQUIRE(w.lines.size() == 2);
  CHECK(w.lines[0].width > w.lines[1].width);
}

TEST_CASE("Balanced lines take no more lines and less width") {
  const std::string text = "one two three four five six seven eight nine ten";
  const Wrapped greedy = wrapped(text, 70, Wrapping::greedy);
  const Wrapped balanced = wrapped(text, 70, Wrapping::balanced);
  REQUIRE(greedy.lines.size() == balanced.lines.size());
  CHECK(balanced.lines[0].width < greedy.lines[0].width);
}

TEST_CASE("The space of a soft break stays at the end of its line and does not count for the width") {
  const Wrapped w = wrapped("aaaa bbbb", 10, Wrapping::greedy);
  REQUIRE(w.lines.size() == 2);
  CHECK(w.lines[0].slices[0].end == 5);
  CHECK(near(w.lines[0].width, wrapped("aaaa", 100, Wrapping::greedy).lines[0].width));
}

TEST_CASE("A no-break space does not break") { CHECK(wrapped("aaaa\u00A0bbbb", 10, Wrapping::greedy).too_wide > 10); }

TEST_CASE("A hyphen breaks only a word that is wider than the measure") {
  CHECK(wrapped("a-b c-d", 100, Wrapping::greedy).lines.size() == 1);
  CHECK(wrapped("aaaaaa-bbbbbb", 16, Wrapping::greedy).lines.size() == 2);
  const Wrapped w = wrapped("xx aa-bb", 12, Wrapping::greedy);
  REQUIRE(w.lines.size() == 2);
  CHECK(w.lines[0].slices[0].end == 3);
}

TEST_CASE("Even lines prefer the shorter first on equal terms") {
  const Wrapped w = wrapped("aa bb aa", 12, Wrapping::even);
  REQUIRE(w.lines.size() == 2);
  CHECK(w.lines[0].width < w.lines[1].width);
}

TEST_CASE("A word that is too wide is given back with its width") {
  const Wrapped w = wrapped("aaaaaaaaaaaaaaaaaaaa", 10, Wrapping::greedy);
  CHECK(w.lines.empty());
  CHECK(w.too_wide > 30);
}

TEST_CASE("Nothing has no lines") { CHECK(wrapped("", 10, Wrapping::balanced).lines.empty()); }
