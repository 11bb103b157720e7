#include "document/specimen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace guerdon {

namespace {

constexpr Colour pale{230, 232, 236};
/// Of the page's diagonal that the word takes.
constexpr double share = 0.72;
constexpr double largest_pt = 150;

}  // namespace

void mark_specimen(std::vector<Page>& pages, std::string_view word, std::string_view language, const Font& font,
                   Shaper& shaper) {
  const auto shaped = shaper.shape(font, false, language, word);
  double advance = 0;
  for (const Glyph& glyph : shaped->glyphs)
    advance += glyph.advance;
  const double width_at_1pt = advance / font.units_per_em() * mm_per_point;
  for (Page& page : pages) {
    TextRun run;
    run.font = &font;
    run.size_pt = std::min(largest_pt, std::floor(std::hypot(page.width, page.height) * share / width_at_1pt));
    run.colour = pale;
    run.width = width_at_1pt * run.size_pt;
    const double angle = std::atan2(page.height, page.width);
    run.angle = angle * 180 / std::numbers::pi;
    // Capitals stand about 0.7 em high: half of that below the diagonal puts their middle on it.
    const double drop = 0.35 * run.size_pt * mm_per_point;
    run.at = {page.width / 2 - run.width / 2 * std::cos(angle) + drop * std::sin(angle),
              page.height / 2 + run.width / 2 * std::sin(angle) + drop * std::cos(angle)};
    run.box_top = run.at.y;
    run.shaped = shaped;
    run.end = shaped->glyphs.size();
    page.marks.insert(page.marks.begin(), {-1, std::move(run)});
  }
}

}  // namespace guerdon
