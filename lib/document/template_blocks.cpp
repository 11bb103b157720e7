#include <algorithm>

#include "base/text.h"
#include "document/design_reader.h"

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

Wrapping wrapping(yaml::Fields& fields, DesignReader& design) {
  const std::string word = design.word_or(fields, "wrap", {"greedy", "balanced"}, "greedy");
  return word == "balanced" ? Wrapping::balanced : Wrapping::greedy;
}

bool in_this_form(yaml::Fields& fields, DesignReader& design) {
  const yaml::Node* node = fields.find("forms");
  if (node == nullptr) return true;
  bool found = false;
  for (const yaml::Node& item : yaml::items(node, design.reader(), "forms")) {
    const auto name = design.reader().word(item, design.forms);
    found = found || (name && *name == design.forms[design.form]);
  }
  return found;
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

/// A stroke that may be left away, and then has thickness 0.
Stroke stroke_or_none(yaml::Fields& fields, std::string_view key, DesignReader& design) {
  return fields.find(key) == nullptr ? Stroke{} : design.stroke(fields, key);
}

BlockContent read_drawing(yaml::Fields& fields, DesignReader& design) {
  DrawingBlock block;
  block.colour = design.colour(fields, "colour");
  block.height = design.number_or(fields, "height", 0);
  for (const yaml::Node& node : yaml::items(fields.require("figures"), design.reader(), "figures")) {
    yaml::Fields figure(node, design.reader(), "figure");
    if (figure.find("rectangle") != nullptr) {
      const std::vector<double> n = design.numbers(figure, "rectangle", 4);
      block.figures.push_back({Figure::Kind::rectangle, {n[0], n[1]}, n[2], n[3]});
    } else {
      const std::vector<double> n = design.numbers(figure, "lozenge", 3);
      block.figures.push_back({Figure::Kind::lozenge, {n[0], n[1]}, n[2], n[2]});
    }
  }
  return block;
}

BlockContent read_text(yaml::Fields& fields, DesignReader& design, double width) {
  TextBlock block;
  block.text = design.source(fields);
  block.style = design.style(fields, "style");
  block.label = design.words(fields, "label");
  block.label_style = block.label.empty() ? block.style : design.style(fields, "label-style");
  const std::string as = design.word_or(fields, "as", {"title", "heading", "paragraph", "decoration"}, "paragraph");
  block.tag = as == "title" ? Tag::title : as == "heading" ? Tag::heading : Tag::paragraph;
  block.decoration = as == "decoration";
  block.wrapping = wrapping(fields, design);
  block.run_on = design.flag(fields, "run-on", false);
  block.wrap_width = design.number_or(fields, "wrap-width", width);
  block.most_lines = design.count(fields, "lines", 1);
  return block;
}

BlockContent read_name(yaml::Fields& fields, DesignReader& design) {
  NameBlock block;
  block.text = design.words(fields, "words");
  const Style base = design.style(fields, "style");
  for (const yaml::Node& node : yaml::items(fields.require("steps"), design.reader(), "steps")) {
    yaml::Fields parts(node, design.reader(), "step");
    NameBlock::Step step{base, design.count(parts, "lines", 1), design.number_or(parts, "drop", 0)};
    step.style.size_pt = design.number(parts, "size");
    step.style.line_mm = design.number(parts, "line");
    block.steps.push_back(step);
  }
  block.latin_style = design.style(fields, "latin-style");
  if (block.steps.empty()) design.reader().error(fields.place(), "the name has no steps");
  return block;
}

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
    if (in_this_form(row, design)) block.rows.push_back(read);
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
  block.hairline = stroke_or_none(fields, "hairline", design);
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

BlockContent read_quote(yaml::Fields& fields, DesignReader& design) {
  QuoteBlock block;
  block.text = design.words(fields, "words");
  block.style = design.style(fields, "style");
  if (block.text.empty()) {
    block.name_style = design.style(fields, "name-style");
    block.role_style = design.style(fields, "role-style");
    block.before_name = design.number(fields, "before-name");
  }
  block.bar = design.stroke(fields, "bar");
  block.indent = design.number(fields, "indent");
  block.between = design.number(fields, "between");
  return block;
}

ScaleBlock::Measure read_measure(yaml::Fields& fields, DesignReader& design) {
  const std::vector<std::string> names{"level", "context", "task", "autonomy"};
  const std::string word = design.word_or(fields, "measure", names, "level");
  return static_cast<ScaleBlock::Measure>(std::find(names.begin(), names.end(), word) - names.begin());
}

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
  block.hairline = stroke_or_none(fields, "hairline", design);
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
  block.hairline = stroke_or_none(fields, "hairline", design);
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

BlockContent read_signers(yaml::Fields& fields, DesignReader& design) {
  SignersBlock block;
  block.name_style = design.style(fields, "name-style");
  block.role_style = design.style(fields, "role-style");
  block.columns = design.numbers(fields, "columns", 0);
  block.width_alone = design.number(fields, "width-alone");
  block.row = design.number(fields, "row");
  block.name_top = design.number(fields, "name-top");
  block.least = design.number(fields, "least");
  block.most_lines = design.count(fields, "lines", 2);
  block.rule = design.stroke(fields, "rule");
  if (block.columns.empty()) design.reader().error(fields.place(), "the signers have no columns");
  return block;
}

BlockContent read_code(yaml::Fields& fields, DesignReader& design) {
  CodeBlock block;
  block.alternative = design.words(fields, "figure");
  block.side = design.number(fields, "side");
  block.large_side = design.number(fields, "large-side");
  block.large_cells = design.count(fields, "large-cells", 41);
  block.quiet_cells = design.number(fields, "quiet");
  block.grows_right = design.word_or(fields, "grows", {"left", "right"}, "left") == "right";
  block.colour = design.colour(fields, "colour");
  return block;
}

BlockContent read_stories(yaml::Fields& fields, DesignReader& design) {
  StoriesBlock block;
  block.title_style = design.style(fields, "title-style");
  block.about_style = design.style(fields, "about-style");
  block.label_style = design.style(fields, "label-style");
  block.style = design.style(fields, "style");
  block.text_x = design.number(fields, "text-x");
  block.before = design.number(fields, "before");
  block.below_head = design.number(fields, "below-head");
  block.between = design.number(fields, "between");
  block.between_paragraphs = design.number(fields, "between-paragraphs");
  block.hairline = design.stroke(fields, "hairline");
  return block;
}

BlockContent read_exhibits(yaml::Fields& fields, DesignReader& design) {
  ExhibitsBlock block;
  block.title_style = design.style(fields, "title-style");
  block.style = design.style(fields, "style");
  block.text_x = design.number(fields, "text-x");
  block.above = design.number(fields, "above");
  block.below = design.number(fields, "below");
  block.hairline = design.stroke(fields, "hairline");
  return block;
}

/// The index of the picture `node` names among the design's.
std::optional<std::size_t> read_image_file(const yaml::Node& node, DesignReader& design) {
  const std::string file = design.file_name(node);
  const auto known = std::find_if(design.images.begin(), design.images.end(),
                                  [&file](const DesignImage& image) { return image.file == file; });
  const auto index = static_cast<std::size_t>(known - design.images.begin());
  if (known != design.images.end()) return index;
  if (design.images.size() == most_images)
    design.reader().error(node, "more than " + std::to_string(most_images) + " pictures in one design");
  design.images.push_back({file, node.place, nullptr});
  return index;
}

BlockContent read_image_block(yaml::Fields& fields, DesignReader& design) {
  ImageBlock block;
  const yaml::Node* file = design.in_form(fields.find("file"));
  if (const yaml::Node* fact = fields.find("fact")) {
    design.reader().word(*fact, {std::string(logo_name)});
    if (file != nullptr) design.reader().error(*fact, "both `file` and `fact`: a picture comes from one of them");
  } else if (file == nullptr) {
    design.reader().error(fields.place(), "neither `file` nor `fact` says where the picture comes from");
  }
  if (file != nullptr) block.image = read_image_file(*file, design);
  block.figure = design.words(fields, "figure");
  const std::vector<double> box = design.numbers(fields, "box", 2);
  block.width = box[0];
  block.height = box[1];
  if (box[0] <= 0 || box[1] <= 0)
    design.reader().error(fields.place(), "the box of a picture needs a width and a height above 0");
  return block;
}

BlockContent read_content(const std::string& kind, yaml::Fields& fields, DesignReader& design, double width) {
  if (kind == "text") return read_text(fields, design, width);
  if (kind == "name") return read_name(fields, design);
  if (kind == "skills") return read_skills(fields, design);
  if (kind == "facts") return read_facts(fields, design);
  if (kind == "list") return read_list(fields, design);
  if (kind == "meanings") return read_meanings(fields, design);
  if (kind == "quote") return read_quote(fields, design);
  if (kind == "signers") return read_signers(fields, design);
  if (kind == "code") return read_code(fields, design);
  if (kind == "stories") return read_stories(fields, design);
  if (kind == "exhibits") return read_exhibits(fields, design);
  if (kind == "scale") return read_scale(fields, design);
  if (kind == "entries") return read_entries(fields, design);
  if (kind == "image") return read_image_block(fields, design);
  return read_drawing(fields, design);
}

const std::vector<std::string>& block_kinds() {
  static const std::vector<std::string> kinds{"drawing", "text",     "name",  "skills",  "facts",
                                              "list",    "meanings", "quote", "signers", "code",
                                              "stories", "exhibits", "scale", "entries", "image"};
  return kinds;
}

Position read_placement(yaml::Fields& fields, DesignReader& design, const Template& page) {
  Position place;
  if (fields.find("top") != nullptr) place.top = design.number(fields, "top");
  if (fields.find("bottom") != nullptr) place.bottom = design.number(fields, "bottom");
  if (fields.find("until") != nullptr) place.until = design.number(fields, "until");
  place.gap = design.number_or(fields, "gap", 0);
  if (const yaml::Node* above = fields.find("keep-above")) place.above = design.reader().slug(*above).value_or("");
  if (const yaml::Node* beside = fields.find("beside")) place.beside = design.reader().slug(*beside).value_or("");
  if (const yaml::Node* under = fields.find("under")) place.under = design.reader().slug(*under).value_or("");
  place.x = design.number_or(fields, "x", page.left);
  place.width = design.number_or(fields, "width", page.width - page.left - page.right);
  const std::string align = design.word_or(fields, "align", {"left", "centre", "right"}, "left");
  place.align = align == "centre" ? Align::centre : align == "right" ? Align::right : Align::left;
  return place;
}

}  // namespace

std::optional<Block> read_block(const yaml::Node& node, DesignReader& design, const Template& page) {
  yaml::Fields fields(node, design.reader(), "block");
  const yaml::Node* kind_node = fields.require("block");
  if (kind_node == nullptr) return std::nullopt;
  const auto kind = design.reader().word(*kind_node, block_kinds());
  if (!kind) return std::nullopt;
  Block block;
  block.id = design.text_or(fields, "id", "");
  block.what = design.text_or(fields, "what", "the " + *kind);
  block.when = design.text_or(fields, "when", "");
  block.when_not = design.text_or(fields, "when-not", "");
  block.hyphenate = design.flag(fields, "hyphenate", false);
  block.placement = read_placement(fields, design, page);
  const bool wanted = in_this_form(fields, design);
  block.content = read_content(*kind, fields, design, block.placement.width);
  return wanted ? std::optional<Block>(std::move(block)) : std::nullopt;
}

}  // namespace guerdon
