#include <fmt/format.h>

#include <algorithm>

#include "document/blocks/blocks.h"

namespace guerdon {

Phrase level_words(const Certificate::Skill& skill, Emphasis numeral) {
  return {{std::to_string(skill.level), numeral}, {"\u2002" + skill.level_word, Emphasis::none}};
}

namespace {

std::string called(const Certificate::Skill& skill, std::string_view what) {
  return fmt::format("{} of `{}`", what, skill.id);
}

double figure_height(const SkillsBlock& skills, const Setting& setting) {
  return skills.steps ? height_of(*skills.steps, setting.certificate.levels) : 2 * skills.mark;
}

void draw_figure(const SkillsBlock& skills, int level, double middle, const Setting& setting, Fragment& fragment) {
  const int steps = setting.certificate.levels;
  if (skills.steps) {
    fragment.begin(Tag::figure, spoken(skills.level_figure, level, steps, setting));
    draw_steps(*skills.steps, {skills.level_x, middle + height_of(*skills.steps, steps) / 2}, level, steps, fragment);
    fragment.finish();
    return;
  }
  const double pitch = skills.pitch_total / steps;
  fragment.begin(Tag::figure, spoken(skills.level_figure, level, steps, setting));
  for (int mark = 0; mark < steps; ++mark) {
    const Point at{skills.level_x + skills.mark_inset + pitch * mark, middle};
    fragment.add(lozenge(at, skills.mark, mark < level ? skills.mark_stroke.colour : skills.paper, skills.mark_stroke));
  }
  fragment.finish();
}

Fragment table_head(const SkillsBlock& skills, const Block& block, const Setting& setting) {
  Fragment fragment;
  const Position& place = block.placement;
  fragment.inside = {{Tag::table, 0}, {Tag::table_head, 0}};
  fragment.height = skills.head;
  fragment.begin(Tag::table_row);
  const double level_width = place.x + place.width - skills.level_x;
  const auto label = [&](const Source& source, double x, double width) {
    fragment.begin(Tag::column_header);
    for (const Phrase& phrase : phrases(source, setting)) {
      const auto set = set_lines(pieces(phrase, skills.head_style, block.what, setting), skills.head_style,
                                 {width, 1, Wrapping::greedy}, "a head of " + block.what, setting);
      if (set) draw_lines(*set, x, 0, width, Align::left, fragment);
    }
    fragment.finish();
  };
  label(skills.name_label, place.x, skills.name_width);
  label(skills.level_label, skills.level_x, level_width);
  fragment.finish();
  fragment.decorate(rule_at(place.x, skills.head_rule, place.width, skills.head_stroke));
  fragment.with_next = true;
  return fragment;
}

/// Lines of a meaning that stand under the name of its skill; a longer one goes to page two.
constexpr int most_meaning_lines = 2;
constexpr int most_name_lines = 2;

/// What stands below the name of a skill: its phrase of the words, or its meaning.
Phrase line_below(const SkillsBlock& skills, const Certificate::Skill& skill, const Setting& setting) {
  if (skills.line.empty()) return {{skill.meaning, Emphasis::none}};
  const auto all = phrases(skills.line, setting);
  const auto index = static_cast<std::size_t>(&skill - setting.certificate.skills.data());
  return index < all.size() ? all[index] : Phrase{};
}

std::optional<Fragment> table_row(const SkillsBlock& skills, const Certificate::Skill& skill, const Block& block,
                                  const Setting& setting) {
  const Position& place = block.placement;
  const auto name = set_text(skill.name, skills.name_style, {skills.name_width, most_name_lines, Wrapping::greedy},
                             called(skill, "the name"), setting);
  std::optional<Lines> meaning;
  if (skills.meanings) {
    const std::string what = called(skill, "the meaning");
    meaning = set_lines(pieces(line_below(skills, skill, setting), skills.meaning_style, what, setting),
                        skills.meaning_style, {skills.name_width, most_meaning_lines, Wrapping::greedy}, what, setting);
  }
  const bool under = skills.below > 0;
  const double level_x = skills.level_x + (under ? 0 : skills.figure_width + skills.figure_gap);
  const double level_width = place.x + place.width - level_x;
  const auto level =
      set_lines(pieces(level_words(skill, Emphasis::strong), skills.level_style, called(skill, "the level"), setting),
                skills.level_style, {level_width, 2, Wrapping::greedy}, called(skill, "the level"), setting);
  if (!name || !level || (skills.meanings && !meaning)) return std::nullopt;

  Fragment fragment;
  fragment.inside = {{Tag::table, 0}, {Tag::table_body, 0}};
  const double more_name = name->height() - name->line_mm;
  const double more_meaning = meaning ? std::max(0.0, meaning->height() - meaning->line_mm * skills.meaning_room) : 0;
  fragment.height = skills.row + more_name + more_meaning;
  const double figure = figure_height(skills, setting);
  const double level_top = skills.figure_top + figure + skills.below;
  // As much paper below a level that stands under its figure as above the name.
  if (under) fragment.height = std::max(fragment.height, level_top + level->height() + skills.name_top);
  fragment.begin(Tag::table_row);
  fragment.begin(Tag::row_header);
  draw_lines(*name, place.x, skills.name_top, skills.name_width, Align::left, fragment);
  if (meaning) draw_lines(*meaning, place.x, skills.meaning_top + more_name, skills.name_width, Align::left, fragment);
  fragment.finish();
  fragment.begin(Tag::table_cell);
  const double middle = under ? skills.figure_top + figure / 2 : fragment.height / 2;
  draw_figure(skills, skill.level, middle, setting, fragment);
  fragment.begin(Tag::span);
  draw_lines(*level, level_x, under ? level_top : middle - level->height() / 2, level_width, Align::left, fragment);
  fragment.finish();
  fragment.finish();
  fragment.finish();
  return fragment;
}

}  // namespace

Fragments set_block(const SkillsBlock& skills, const Block& block, const Setting& setting) {
  const Position& place = block.placement;
  Fragments fragments{table_head(skills, block, setting)};
  for (const Certificate::Skill& skill : setting.certificate.skills) {
    auto row = table_row(skills, skill, block, setting);
    if (!row) continue;
    const bool first = fragments.size() == 1;
    if (!first) row->decorate(rule_at(place.x, 0, place.width, skills.hairline));
    fragments.push_back(std::move(*row));
  }
  Fragment& last = fragments.back();
  last.decorate(rule_at(place.x, last.height, place.width, skills.hairline));
  return fragments;
}

}  // namespace guerdon
