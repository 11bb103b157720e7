#include "document/template_tables.h"

#include <algorithm>

namespace guerdon {

namespace {

/// A mapping inside a block, where the key is there.
template <class Read>
void inside(yaml::Fields& fields, std::string_view key, DesignReader& design, Read read) {
  if (const yaml::Node* node = fields.require(key)) {
    yaml::Fields parts(*node, design.reader(), key);
    read(parts);
  }
}

StepMarks read_steps(yaml::Fields& marks, DesignReader& design) {
  StepMarks steps;
  steps.width = design.number(marks, "width");
  steps.gap = design.number(marks, "gap");
  steps.least = design.number(marks, "least");
  steps.rise = design.number(marks, "rise");
  steps.stroke = design.stroke(marks, "stroke");
  steps.paper = design.colour(marks, "paper");
  return steps;
}

}  // namespace

BlockContent read_skills(yaml::Fields& fields, DesignReader& design) {
  SkillsBlock block;
  inside(fields, "head", design, [&](yaml::Fields& head) {
    block.head_style = design.style(head, "style");
    block.name_label = design.words(head, "name");
    block.level_label = design.words(head, "level");
    block.head = design.number(head, "height");
    block.head_rule = design.number(head, "rule");
    block.head_stroke = design.stroke(head, "stroke");
  });
  inside(fields, "name", design, [&](yaml::Fields& name) {
    block.name_style = design.style(name, "style");
    block.name_top = design.number(name, "top");
    block.name_width = design.number(name, "width");
  });
  inside(fields, "meaning", design, [&](yaml::Fields& meaning) {
    block.meaning_style = design.style(meaning, "style");
    block.meaning_top = design.number(meaning, "top");
    block.meanings = design.flag(meaning, "shown", true);
    block.meaning_room = design.count(meaning, "room", 1);
    block.line = design.words(meaning, "words");
  });
  inside(fields, "level", design, [&](yaml::Fields& level) {
    block.level_style = design.style(level, "style");
    block.level_figure = design.words(level, "figure");
    block.level_x = design.number(level, "x");
    block.figure_gap = design.number(level, "gap");
    block.figure_top = design.number_or(level, "top", 0);
    block.below = design.number_or(level, "below", 0);
  });
  const yaml::Node* steps = fields.find("steps");
  if (steps != nullptr) {
    yaml::Fields marks(*steps, design.reader(), "steps");
    block.steps = read_steps(marks, design);
    block.figure_width = design.number(marks, "figure-width");
  }
  if (steps == nullptr)
    inside(fields, "marks", design, [&](yaml::Fields& marks) {
      block.figure_width = design.number(marks, "width");
      block.mark = design.number(marks, "size");
      block.mark_inset = design.number(marks, "inset");
      block.pitch_total = design.number(marks, "pitches");
      block.mark_stroke = design.stroke(marks, "stroke");
      block.paper = design.colour(marks, "paper");
    });
  block.row = design.number(fields, "row");
  block.hairline = design.stroke(fields, "hairline");
  return block;
}

BlockContent read_facts(yaml::Fields& fields, DesignReader& design) {
  FactsBlock block;
  for (const yaml::Node& node : yaml::items(fields.require("rows"), design.reader(), "rows")) {
    yaml::Fields row(node, design.reader(), "row");
    const FactsBlock::Row read{design.words(row, "label"), design.source(row), design.text_or(row, "when", "")};
    if (design.in_this_form(row)) block.rows.push_back(read);
  }
  block.label_style = design.style(fields, "label-style");
  block.value_style = design.style(fields, "style");
  block.label_width = design.number(fields, "label-width");
  block.value_x = design.number(fields, "value-x");
  block.above = design.number(fields, "above");
  block.below = design.number(fields, "below");
  block.hairline = design.stroke(fields, "hairline");
  block.bullet = design.bullet(fields, "bullet");
  return block;
}

BlockContent read_list(yaml::Fields& fields, DesignReader& design) {
  ListBlock block;
  block.items = design.source(fields);
  block.style = design.style(fields, "style");
  block.bullet = design.bullet(fields, "bullet");
  block.between = design.number_or(fields, "between", 0);
  block.above = design.number_or(fields, "above", 0);
  block.below = design.number_or(fields, "below", 0);
  block.hairline = design.stroke_or_none(fields, "hairline");
  return block;
}

BlockContent read_meanings(yaml::Fields& fields, DesignReader& design) {
  MeaningsBlock block;
  block.name_style = design.style(fields, "name-style");
  block.level_style = design.style(fields, "level-style");
  block.meaning_style = design.style(fields, "style");
  block.name_width = design.number(fields, "name-width");
  block.meaning_x = design.number(fields, "meaning-x");
  block.above = design.number(fields, "above");
  block.below = design.number(fields, "below");
  block.hairline = design.stroke(fields, "hairline");
  return block;
}

namespace {

ScaleBlock::Measure read_measure(yaml::Fields& fields, DesignReader& design) {
  const std::vector<std::string> names{"level", "context", "task", "autonomy"};
  const std::string word = design.word_or(fields, "measure", names, "level");
  return static_cast<ScaleBlock::Measure>(std::find(names.begin(), names.end(), word) - names.begin());
}

}  // namespace

BlockContent read_scale(yaml::Fields& fields, DesignReader& design) {
  ScaleBlock block;
  for (const yaml::Node& node : yaml::items(fields.require("rows"), design.reader(), "rows")) {
    yaml::Fields row(node, design.reader(), "row");
    block.rows.push_back({design.words(row, "label"), read_measure(row, design), design.words(row, "figure"),
                          design.words(row, "words"), design.words(row, "more")});
  }
  block.label_style = design.style(fields, "label-style");
  block.value_style = design.style(fields, "style");
  block.more_style = design.style(fields, "more-style");
  inside(fields, "steps", design, [&](yaml::Fields& marks) { block.marks = read_steps(marks, design); });
  block.label_width = design.number(fields, "label-width");
  block.label_top = design.number_or(fields, "label-top", 0);
  block.figure_x = design.number(fields, "figure-x");
  block.value_x = design.number(fields, "value-x");
  block.above = design.number(fields, "above");
  block.below = design.number(fields, "below");
  block.hairline = design.stroke_or_none(fields, "hairline");
  return block;
}

BlockContent read_entries(yaml::Fields& fields, DesignReader& design) {
  EntriesBlock block;
  block.head = design.words(fields, "head");
  block.text = design.words(fields, "text");
  block.note = design.words(fields, "note");
  block.head_style = design.style(fields, "head-style");
  block.style = design.style(fields, "style");
  block.note_style = block.note.empty() ? block.style : design.style(fields, "note-style");
  block.head_width = design.number(fields, "head-width");
  block.text_x = design.number(fields, "text-x");
  block.note_x = design.number_or(fields, "note-x", 0);
  block.above = design.number(fields, "above");
  block.below = design.number(fields, "below");
  block.hairline = design.stroke_or_none(fields, "hairline");
  if (fields.find("labels") != nullptr)
    inside(fields, "labels", design, [&](yaml::Fields& labels) {
      block.labels = {design.words(labels, "head"),
                      design.words(labels, "text"),
                      design.words(labels, "note"),
                      design.style(labels, "style"),
                      {}};
      if (labels.find("ground") != nullptr) block.labels->ground = design.colour(labels, "ground");
    });
  return block;
}

}  // namespace guerdon
