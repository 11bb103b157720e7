#include "document/specimen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "document/bidi.h"

namespace guerdon {

namespace {

constexpr Colour pale{230, 232, 236};
/// Of the page's diagonal that the word takes.
constexpr double share = 0.72;
constexpr double largest_pt = 150;

}  // namespace

void mark_specimen(std::vector<Page>& pages, std::string_view word, std::string_view language, const Fonts& fonts,
                   Shaper& shaper) {
  const Font& font = *fonts.front();
  const bool turns = has_right_to_left(word);
  const auto levels = turns ? levels_of(word, begins_right_to_left(word, false)) : std::vector<std::uint8_t>{};
  const std::vector<ShapedPart> parts = shaper.parts({font, fonts.chain(), false, language}, word, levels);
  std::vector<std::uint8_t> part_levels;
  std::vector<double> widths;  // at 1 pt
  double width_at_1pt = 0;
  for (const ShapedPart& part : parts) {
    double advance = 0;
    for (const Glyph& glyph : part.shaped->glyphs)
      advance += glyph.advance;
    const Font& drawn = part.font == nullptr ? font : *part.font;
    widths.push_back(advance * part.size / drawn.units_per_em() * mm_per_point);
    width_at_1pt += widths.back();
    part_levels.push_back(part.level);
  }
  const std::vector<std::size_t> order = visual_order(part_levels);
  for (Page& page : pages) {
    const double size = std::min(largest_pt, std::floor(std::hypot(page.width, page.height) * share / width_at_1pt));
    const double angle = std::atan2(page.height, page.width);
    // Capitals stand about 0.7 em high: half of that below the diagonal puts their middle on it.
    const double drop = 0.35 * size * mm_per_point;
    double along = -width_at_1pt * size / 2;
    std::vector<Mark> marks;
    for (const std::size_t at : order) {
      TextRun run;
      run.font = parts[at].font == nullptr ? &font : parts[at].font;
      run.size_pt = size * parts[at].size;
      run.colour = pale;
      run.width = widths[at] * size;
      run.angle = angle * 180 / std::numbers::pi;
      run.at = {page.width / 2 + along * std::cos(angle) + drop * std::sin(angle),
                page.height / 2 - along * std::sin(angle) + drop * std::cos(angle)};
      run.box_top = run.at.y;
      run.shaped = parts[at].shaped;
      run.end = run.shaped->glyphs.size();
      along += run.width;
      marks.push_back({-1, std::move(run)});
    }
    page.marks.insert(page.marks.begin(), marks.begin(), marks.end());
  }
}

}  // namespace guerdon
