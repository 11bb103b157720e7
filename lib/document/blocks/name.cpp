#include <fmt/format.h>

#include "document/blocks/blocks.h"

namespace guerdon {

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
  for (const NameBlock::Step& step : name.steps) {
    const bool last = &step == &name.steps.back();
    std::vector<Piece> shaped = pieces(text, step.style, block.what, setting);
    const Wrapped tried = wrap(shaped, place.width, Wrapping::greedy);
    const bool fits = tried.too_wide <= 0 && static_cast<int>(tried.lines.size()) <= step.most_lines;
    if (!fits && !last) continue;
    const auto set =
        set_lines(std::move(shaped), step.style, {place.width, step.most_lines, Wrapping::even}, block.what, setting);
    if (!set) return {};
    draw_lines(*set, place.x, step.drop, place.width, place.align, fragment);
    fragment.height = step.drop + set->height();
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
