#include "pdf/outline.h"

#include "dots.h"
#include "files.h"

using namespace guerdon;
using namespace guerdon::sample;
using pdf::Segment;

TEST_CASE("The quadratic splines of a round letter become cubic curves, eight in all") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::vector<Segment> outline = pdf::outline_of(font, glyph_of(font, 'o'));
  const auto curves =
      std::count_if(outline.begin(), outline.end(), [](const Segment& s) { return s.kind == Segment::Kind::curve; });
  CHECK(curves == 8);
}

TEST_CASE("A letter with an accent is the letter and the accent") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const auto contours = [&font](char32_t c) {
    const std::vector<Segment> outline = pdf::outline_of(font, glyph_of(font, c));
    return std::count_if(outline.begin(), outline.end(),
                         [](const Segment& s) { return s.kind == Segment::Kind::move; });
  };
  CHECK(contours(U'ó') == contours('o') + 1);
}

TEST_CASE("A contour begins behind its longest line, which closes it") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  const std::vector<Segment> outline = pdf::outline_of(font, glyph_of(font, 'l'));
  REQUIRE(outline.size() > 2);
  const pdf::GridPoint begin = outline.front().end;
  const pdf::GridPoint end = outline.back().end;
  const int closing = std::abs(begin.x - end.x) + std::abs(begin.y - end.y);
  for (std::size_t i = 1; i < outline.size(); ++i) {
    if (outline[i].kind != Segment::Kind::line) continue;
    const pdf::GridPoint from = outline[i - 1].end;
    CHECK(std::abs(outline[i].end.x - from.x) + std::abs(outline[i].end.y - from.y) <= closing);
  }
}

TEST_CASE("Points lie on every second thousandth") {
  const Font& font = *shared_design("soft-skills").fonts[0];
  for (const Segment& segment : pdf::outline_of(font, glyph_of(font, U'ę'))) {
    CHECK(segment.end.x % 2 == 0);
    CHECK(segment.end.y % 2 == 0);
  }
}
