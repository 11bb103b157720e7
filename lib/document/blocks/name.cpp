#include <fmt/format.h>

#include <algorithm>

#include "document/bidi.h"
#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

/// Free height that a name needs around its lines.
struct Room {
  double above = 0;
  double below = 0;
};

/// Scripts that reach higher or lower than Latin keep clear of the lines around; those of one name of each other.
Room room_for(Lines& lines, const Style& style, const Setting& setting) {
  const InkReach reach = ink_reach(lines, setting.fonts);
  constexpr double latin_descent_em = 0.25;
  constexpr double between = 0.5;
  const double below = std::max(lines.line_mm - lines.baseline, latin_descent_em * style.size_pt * mm_per_point);
  if (lines.lines.size() > 1) lines.line_mm = std::max(lines.line_mm, reach.above + reach.below + between);
  return {std::max(0.0, reach.above - lines.baseline), std::max(0.0, reach.below - below)};
}

}  // namespace

Fragments set_block(const NameBlock& name, const Block& block, const Setting& setting) {
  const Position& place = block.placement;
  Fragment fragment;
  fragment.begin(Tag::paragraph);
  Phrase text{{setting.certificate.name, Emphasis::none}};
  if (!name.text.empty()) {
    const auto own = phrases(name.text, setting);
    if (own.empty()) return {};
    text = own.front();
  }
  // A name stands alone and has the direction of its own letters.
  Setting own_way = setting;
  own_way.right_to_left = begins_right_to_left(plain(text), setting.right_to_left);
  for (const NameBlock::Step& step : name.steps) {
    const bool last = &step == &name.steps.back();
    std::vector<Piece> shaped = pieces(text, step.style, block.what, own_way);
    const Wrapped tried = wrap(shaped, place.width, Wrapping::greedy, own_way.right_to_left);
    const bool fits = tried.too_wide <= 0 && static_cast<int>(tried.lines.size()) <= step.most_lines;
    if (!fits && !last) continue;
    auto set =
        set_lines(std::move(shaped), step.style, {place.width, step.most_lines, Wrapping::even}, block.what, own_way);
    if (!set) return {};
    const Room room = room_for(*set, step.style, own_way);
    draw_lines(*set, place.x, step.drop + room.above, place.width, place.align, fragment);
    fragment.height = step.drop + room.above + set->height() + room.below;
    break;
  }
  fragment.finish();
  if (name.text.empty() && !setting.certificate.latin_name.empty()) {
    const auto latin = set_text(setting.certificate.latin_name, name.latin_style, {place.width, 1, Wrapping::greedy},
                                block.what + " in Latin letters", setting);
    if (!latin) return {};
    fragment.begin(Tag::paragraph);
    draw_lines(*latin, place.x, fragment.height, place.width, place.align, fragment);
    fragment.finish();
    fragment.height += latin->height();
  }
  return {std::move(fragment)};
}

}  // namespace guerdon
