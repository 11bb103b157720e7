#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr int most_item_lines = 40;

}  // namespace

std::vector<std::string> list_items(const Source& source, const Setting& setting) {
  if (source.fact == Fact::tasks) return setting.certificate.tasks;
  std::vector<std::string> items;
  for (const Phrase& phrase : phrases(source, setting))
    items.push_back(plain(phrase));
  return items;
}

Fragments set_block(const ListBlock& list, const Block& block, const Setting& setting) {
  Fragments fragments;
  const Bullet& bullet = list.bullet;
  const double x = block.placement.x + bullet.indent;
  const double width = block.placement.width - bullet.indent;
  for (const std::string& item : list_items(list.items, setting)) {
    const auto set = set_text(item, list.style, {width, most_item_lines, Wrapping::greedy}, block.what, setting,
                              setting.certificate.text_language);
    if (!set) continue;
    Fragment fragment;
    fragment.inside = {{Tag::list, 0}};
    fragment.gap = fragments.empty() ? 0 : list.between;
    fragment.height = list.above + set->height() + list.below;
    fragment.begin(Tag::list_item);
    fragment.begin(Tag::list_body);
    if (bullet.size > 0)
      fragment.decorate(
          lozenge({block.placement.x + bullet.x, list.above + set->line_mm / 2}, bullet.size, bullet.colour, {}));
    draw_lines(*set, x, list.above, width, Align::left, fragment);
    fragment.finish();
    fragment.finish();
    if (list.hairline.thickness > 0)
      fragment.decorate(rule_at(block.placement.x, 0, block.placement.width, list.hairline));
    fragments.push_back(std::move(fragment));
  }
  if (list.hairline.thickness > 0 && !fragments.empty())
    fragments.back().decorate(
        rule_at(block.placement.x, fragments.back().height, block.placement.width, list.hairline));
  return fragments;
}

}  // namespace guerdon
