#include <algorithm>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

/// Lines of one value: what is longer belongs on page two.
constexpr int most_value_lines = 40;

void draw_items(const FactsBlock& facts, const std::vector<std::string>& items, const Block& block,
                const Setting& setting, double width, Fragment& fragment) {
  const Bullet& bullet = facts.bullet;
  fragment.begin(Tag::list);
  for (const std::string& item : items) {
    const auto set = set_text(item, facts.value_style, {width - bullet.indent, most_value_lines, Wrapping::greedy},
                              block.what, setting);
    if (!set) continue;
    fragment.begin(Tag::list_item);
    fragment.begin(Tag::list_body);
    fragment.decorate(
        lozenge({facts.value_x + bullet.x, fragment.height + set->line_mm / 2}, bullet.size, bullet.colour, {}));
    draw_lines(*set, facts.value_x + bullet.indent, fragment.height, width - bullet.indent, Align::left, fragment);
    fragment.finish();
    fragment.finish();
    fragment.height += set->height();
  }
  fragment.finish();
}

Fragment fact_row(const FactsBlock& facts, const FactsBlock::Row& row, const Block& block, const Setting& setting) {
  const Position& place = block.placement;
  const double width = place.x + place.width - facts.value_x;
  Fragment fragment;
  fragment.inside = {{Tag::list, 0}};
  fragment.height = facts.above;
  fragment.begin(Tag::list_item);
  fragment.begin(Tag::list_label);
  const double label_top =
      facts.above + baseline_of(facts.value_style, setting.fonts) - baseline_of(facts.label_style, setting.fonts);
  for (const Phrase& phrase : phrases(row.label, setting)) {
    const auto set = set_lines(pieces(phrase, facts.label_style, block.what, setting), facts.label_style,
                               {facts.label_width, 1, Wrapping::greedy}, "a label of " + block.what, setting);
    if (set) draw_lines(*set, place.x, label_top, facts.label_width, Align::left, fragment);
  }
  fragment.finish();
  fragment.begin(Tag::list_body);
  if (row.value.fact == Fact::tasks) {
    draw_items(facts, setting.certificate.tasks, block, setting, width, fragment);
  } else {
    for (const Phrase& phrase : phrases(row.value, setting)) {
      const auto set = set_lines(pieces(phrase, facts.value_style, block.what, setting), facts.value_style,
                                 {width, most_value_lines, Wrapping::greedy}, block.what, setting);
      if (!set) continue;
      fragment.begin(Tag::paragraph);
      draw_lines(*set, facts.value_x, fragment.height, width, Align::left, fragment);
      fragment.finish();
      fragment.height += set->height();
    }
  }
  fragment.finish();
  fragment.finish();
  fragment.height += facts.below;
  fragment.decorate(rule_at(place.x, 0, place.width, facts.hairline));
  return fragment;
}

bool is_empty(const Source& source, const Certificate& certificate) {
  return source.fact == Fact::tasks && certificate.tasks.empty();
}

}  // namespace

Fragments set_block(const FactsBlock& facts, const Block& block, const Setting& setting) {
  Fragments fragments;
  for (const FactsBlock::Row& row : facts.rows) {
    const bool shown = holds(row.when, setting.certificate) && !is_empty(row.value, setting.certificate);
    if (shown) fragments.push_back(fact_row(facts, row, block, setting));
  }
  if (fragments.empty()) return fragments;
  Fragment& last = fragments.back();
  last.decorate(rule_at(block.placement.x, last.height, block.placement.width, facts.hairline));
  return fragments;
}

}  // namespace guerdon
