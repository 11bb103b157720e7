#include <algorithm>
#include <array>

#include "document/design_reader.h"
#include "document/template_tables.h"

namespace guerdon {

namespace {

Wrapping wrapping(yaml::Fields& fields, DesignReader& design) {
  const std::string word = design.word_or(fields, "wrap", {"greedy", "balanced"}, "greedy");
  return word == "balanced" ? Wrapping::balanced : Wrapping::greedy;
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

BlockContent read_text(yaml::Fields& fields, DesignReader& design) {
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
  if (fields.find("wrap-width") != nullptr) block.wrap_width = design.number(fields, "wrap-width");
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

BlockContent read_image(yaml::Fields& fields, DesignReader& design) {
  ImageBlock block;
  const yaml::Node* file = design.in_form(fields.find("file"));
  if (const yaml::Node* fact = fields.find("fact")) {
    design.reader().word(*fact, {std::string(logo_name)});
    if (file != nullptr) design.reader().error(*fact, "both `file` and `fact`: a picture comes from one of them");
  } else if (file == nullptr) {
    design.reader().error(fields.place(), "neither `file` nor `fact` says where the picture comes from");
  }
  if (file != nullptr) block.image = design.image(*file);
  block.figure = design.words(fields, "figure");
  const std::vector<double> box = design.numbers(fields, "box", 2);
  block.width = box[0];
  block.height = box[1];
  if (box[0] <= 0 || box[1] <= 0)
    design.reader().error(fields.place(), "the box of a picture needs a width and a height above 0");
  return block;
}

struct Kind {
  std::string_view name;
  BlockContent (*read)(yaml::Fields& fields, DesignReader& design);
};

constexpr std::array<Kind, 15> kinds{{{"drawing", read_drawing},
                                      {"text", read_text},
                                      {"name", read_name},
                                      {"skills", read_skills},
                                      {"facts", read_facts},
                                      {"list", read_list},
                                      {"meanings", read_meanings},
                                      {"quote", read_quote},
                                      {"signers", read_signers},
                                      {"code", read_code},
                                      {"stories", read_stories},
                                      {"exhibits", read_exhibits},
                                      {"scale", read_scale},
                                      {"entries", read_entries},
                                      {"image", read_image}}};

/// The kind that `node` names; null when it names none, which is reported.
const Kind* read_kind(const yaml::Node& node, DesignReader& design) {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> all;
    all.reserve(kinds.size());
    for (const Kind& kind : kinds)
      all.emplace_back(kind.name);
    return all;
  }();
  const auto name = design.reader().word(node, names);
  if (!name) return nullptr;
  return std::find_if(kinds.begin(), kinds.end(), [&name](const Kind& kind) { return kind.name == *name; });
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
  const Kind* kind = read_kind(*kind_node, design);
  if (kind == nullptr) return std::nullopt;
  Block block;
  block.id = design.text_or(fields, "id", "");
  block.what = design.text_or(fields, "what", "the " + std::string(kind->name));
  block.when = design.text_or(fields, "when", "");
  block.when_not = design.text_or(fields, "when-not", "");
  block.hyphenate = design.flag(fields, "hyphenate", false);
  block.placement = read_placement(fields, design, page);
  const bool wanted = design.in_this_form(fields);
  block.content = kind->read(fields, design);
  return wanted ? std::optional<Block>(std::move(block)) : std::nullopt;
}

}  // namespace guerdon
