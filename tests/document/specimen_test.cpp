#include "document/specimen.h"

#include <doctest/doctest.h>

#include <cmath>

#include "pages.h"

namespace guerdon {
namespace {

TEST_CASE("A specimen's word lies under everything, from corner to corner, and is not read aloud") {
  const Fonts& fonts = sample::shared_design("soft-skills").fonts;
  Shaper shaper;
  std::vector<Page> pages(2);
  pages[0].marks.push_back({-1, FilledBox{{1, 2}, 3, 4, {}}});
  mark_specimen(pages, "SPECIMEN", "en", fonts, shaper);
  REQUIRE(pages[0].marks.size() == 2);
  REQUIRE(pages[1].marks.size() == 1);
  const Mark& mark = pages[0].marks.front();
  CHECK(mark.element == -1);
  const auto& run = std::get<TextRun>(mark.shape);
  CHECK(run.text() == "SPECIMEN");
  CHECK(run.angle == doctest::Approx(54.7).epsilon(0.01));
  // The word's middle is the page's.
  const double turned = run.angle * 3.14159265 / 180;
  const double above = 0.35 * run.size_pt * mm_per_point;
  CHECK(run.at.x + run.width / 2 * std::cos(turned) - above * std::sin(turned) == doctest::Approx(105));
  CHECK(run.at.y - run.width / 2 * std::sin(turned) - above * std::cos(turned) == doctest::Approx(148.5));
}

TEST_CASE("A long word is set smaller, within the page") {
  const Fonts& fonts = sample::shared_design("soft-skills").fonts;
  Shaper shaper;
  std::vector<Page> pages(1);
  mark_specimen(pages, "EXEMPLAIRE SANS VALEUR", "fr", fonts, shaper);
  const auto& run = std::get<TextRun>(pages[0].marks.front().shape);
  CHECK(run.width < std::hypot(210, 297) * 0.73);
  CHECK(run.at.x > 0);
  CHECK(run.at.y < 297);
}

}  // namespace
}  // namespace guerdon
