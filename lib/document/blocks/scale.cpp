#include <algorithm>

#include "document/blocks/blocks.h"
#include "model/assessment.h"

namespace guerdon {

double width_of(const StepMarks& marks, int steps) { return steps * (marks.width + marks.gap) - marks.gap; }

double height_of(const StepMarks& marks, int steps) { return marks.least + marks.rise * (steps - 1); }

void draw_steps(const StepMarks& marks, Point base, int filled, int steps, Fragment& fragment) {
  // The stroke lies within each mark, so that its outer size is exact.
  const double inset = marks.stroke.thickness / 2;
  for (int step = 0; step < steps; ++step) {
    const double left = base.x + step * (marks.width + marks.gap) + inset;
    const double right = left + marks.width - 2 * inset;
    const double top = base.y - (marks.least + marks.rise * step) + inset;
    const double bottom = base.y - inset;
    fragment.add(ClosedPath{{{left, top}, {right, top}, {right, bottom}, {left, bottom}},
                            step < filled ? marks.stroke.colour : marks.paper,
                            marks.stroke.colour,
                            marks.stroke.thickness});
  }
}

namespace {

constexpr int most_lines = 4;

/// The steps reached, and how many there are; no step for what the certificate does not state.
std::pair<int, int> reached(ScaleBlock::Measure measure, const Certificate& certificate) {
  if (certificate.skills.empty()) return {0, 0};
  const Certificate::Skill& skill = certificate.skills.front();
  if (measure == ScaleBlock::Measure::level) return {skill.level, certificate.levels};
  if (!skill.complexity) return {0, 0};
  const std::string& word = measure == ScaleBlock::Measure::context ? skill.complexity->context
                            : measure == ScaleBlock::Measure::task  ? skill.complexity->task
                                                                    : skill.complexity->autonomy;
  const auto at = std::find(complexity_steps.begin(), complexity_steps.end(), word);
  const auto count = static_cast<int>(complexity_steps.size());
  return {at == complexity_steps.end() ? 0 : static_cast<int>(at - complexity_steps.begin()) + 1, count};
}

/// Phrases one below the other; each begins a line.
double draw_phrases(const Source& source, const Style& style, double top, const ScaleBlock& scale, const Block& block,
                    const Setting& setting, Fragment& fragment) {
  const double width = block.placement.x + block.placement.width - scale.value_x;
  for (const Phrase& phrase : phrases(source, setting)) {
    const auto set = set_lines(pieces(phrase, style, block.what, setting), style, {width, most_lines, Wrapping::greedy},
                               block.what, setting);
    if (!set) continue;
    fragment.begin(Tag::paragraph);
    draw_lines(*set, scale.value_x, top, width, Align::left, fragment);
    fragment.finish();
    top += set->height();
  }
  return top;
}

Fragment scale_row(const ScaleBlock& scale, const ScaleBlock::Row& row, const Block& block, const Setting& setting) {
  const Position& place = block.placement;
  const auto [filled, steps] = reached(row.measure, setting.certificate);
  const double figure = steps > 0 ? height_of(scale.marks, steps) : 0;
  Fragment fragment;
  fragment.inside = {{Tag::list, 0}};
  fragment.begin(Tag::list_item);
  fragment.begin(Tag::list_label);
  for (const Phrase& phrase : phrases(row.label, setting)) {
    const auto set = set_lines(pieces(phrase, scale.label_style, block.what, setting), scale.label_style,
                               {scale.label_width, 2, Wrapping::greedy}, "a label of " + block.what, setting);
    if (set) draw_lines(*set, place.x, scale.above + scale.label_top, scale.label_width, Align::left, fragment);
  }
  fragment.finish();
  fragment.begin(Tag::list_body);
  if (steps > 0) {
    fragment.begin(Tag::figure, spoken(row.figure, filled, steps, setting));
    draw_steps(scale.marks, {scale.figure_x, scale.above + std::max(figure, scale.value_style.line_mm)}, filled, steps,
               fragment);
    fragment.finish();
  }
  double bottom = draw_phrases(row.value, scale.value_style, scale.above, scale, block, setting, fragment);
  if (!row.more.empty()) bottom = draw_phrases(row.more, scale.more_style, bottom, scale, block, setting, fragment);
  fragment.finish();
  fragment.finish();
  fragment.height = std::max(bottom, scale.above + figure) + scale.below;
  return fragment;
}

}  // namespace

Fragments set_block(const ScaleBlock& scale, const Block& block, const Setting& setting) {
  Fragments fragments;
  for (const ScaleBlock::Row& row : scale.rows) {
    fragments.push_back(scale_row(scale, row, block, setting));
    if (scale.hairline.thickness > 0)
      fragments.back().decorate(rule_at(block.placement.x, 0, block.placement.width, scale.hairline));
  }
  return fragments;
}

}  // namespace guerdon
