#include <fmt/format.h>

#include <algorithm>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr int most_name_lines = 4;
constexpr int most_meaning_lines = 40;

}  // namespace

Fragments set_block(const MeaningsBlock& meanings, const Block& block, const Setting& setting) {
  Fragments fragments;
  const Position& place = block.placement;
  const double width = place.x + place.width - meanings.meaning_x;
  for (const Certificate::Skill& skill : setting.certificate.skills) {
    const auto name =
        set_text(skill.name, meanings.name_style, {meanings.name_width, most_name_lines, Wrapping::greedy},
                 fmt::format("the name of `{}`", skill.id), setting);
    const auto level =
        set_text(fmt::format("{} {}", skill.level, skill.level_word), meanings.level_style,
                 {meanings.name_width, 2, Wrapping::greedy}, fmt::format("the level of `{}`", skill.id), setting);
    const auto meaning = set_text(skill.meaning, meanings.meaning_style, {width, most_meaning_lines, Wrapping::greedy},
                                  fmt::format("the meaning of `{}`", skill.id), setting);
    if (!name || !level || !meaning) continue;
    Fragment fragment;
    fragment.inside = {{Tag::table, 0}, {Tag::table_body, 0}};
    fragment.height = meanings.above + std::max(name->height() + level->height(), meaning->height()) + meanings.below;
    fragment.decorate(rule_at(place.x, 0, place.width, meanings.hairline));
    fragment.begin(Tag::table_row);
    fragment.begin(Tag::row_header);
    draw_lines(*name, place.x, meanings.above, meanings.name_width, Align::left, fragment);
    draw_lines(*level, place.x, meanings.above + name->height(), meanings.name_width, Align::left, fragment);
    fragment.finish();
    fragment.begin(Tag::table_cell);
    draw_lines(*meaning, meanings.meaning_x, meanings.above, width, Align::left, fragment);
    fragment.finish();
    fragment.finish();
    fragment.decorate(rule_at(place.x, fragment.height, place.width, meanings.hairline));
    fragments.push_back(std::move(fragment));
  }
  return fragments;
}

}  // namespace guerdon
