#include "document/template.h"

#include <algorithm>
#include <charconv>

#include "document/design_reader.h"

namespace guerdon {

namespace {

std::optional<Colour> parse_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#') return std::nullopt;
  unsigned value = 0;
  const auto [behind, error] = std::from_chars(text.data() + 1, text.data() + 7, value, 16);
  if (error != std::errc() || behind != text.data() + 7) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16 & 0xFF), static_cast<std::uint8_t>(value >> 8 & 0xFF),
                static_cast<std::uint8_t>(value & 0xFF)};
}

void read_page(const yaml::Node* node, DesignReader& design, Template& page) {
  if (node == nullptr) return;
  yaml::Fields fields(*node, design.reader(), "page");
  const std::vector<double> size = design.numbers(fields, "size", 2);
  page.width = size[0];
  page.height = size[1];
  const yaml::Node* margins = fields.require("margins");
  if (margins == nullptr) return;
  yaml::Fields sides(*margins, design.reader(), "margins");
  page.left = design.number(sides, "left");
  page.right = design.number(sides, "right");
  page.top = design.number(sides, "top");
  page.bottom = design.number(sides, "bottom");
}

void read_fonts(const yaml::Node* node, DesignReader& design, Template& page) {
  if (node == nullptr) return;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    yaml::Fields fields(node->items[i], design.reader(), "font");
    FontName font{node->keys[i].scalar, "", design.text_or(fields, "folder", ""), design.text_or(fields, "package", ""),
                  design.number(fields, "baseline")};
    if (const yaml::Node* file = fields.require("file")) font.file = design.reader().text(*file).value_or("");
    if (font.file.find('/') != std::string::npos) {
      design.reader().error(fields.place(), "`" + font.file + "` is not a bare file name",
                            "the folder goes into `folder`");
    }
    design.fonts.emplace(font.key, page.fonts.size());
    page.fonts.push_back(std::move(font));
  }
}

/// The name of a file beside the design.
std::string read_file_name(const yaml::Node& node, yaml::Reader& reader) {
  const std::string name = reader.text(node).value_or("");
  if (name.find('/') != std::string::npos)
    reader.error(node, "`" + name + "` is not a bare file name", "the file stands beside the design");
  return name;
}

void read_colours(const yaml::Node* node, DesignReader& design) {
  if (node == nullptr) return;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    const auto colour = parse_colour(node->items[i].scalar);
    if (colour) {
      design.colours.emplace(node->keys[i].scalar, *colour);
    } else {
      design.reader().error(node->items[i], "`" + node->items[i].scalar + "` is not a colour",
                            "write it as `\"#1C1C1A\"`, in quotes");
    }
  }
}

std::size_t font_index(yaml::Fields& fields, std::string_view key, DesignReader& design, std::size_t otherwise) {
  const yaml::Node* node = fields.find(key);
  if (node == nullptr) return otherwise;
  if (const auto found = design.fonts.find(node->scalar); found != design.fonts.end()) return found->second;
  design.reader().error(*node, "unknown font `" + node->scalar + "`", "the fonts stand under `fonts`");
  return otherwise;
}

/// No text smaller than this is legible on paper.
constexpr double least_size_pt = 9;

void read_styles(const yaml::Node* node, DesignReader& design) {
  if (node == nullptr) return;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    yaml::Fields fields(node->items[i], design.reader(), "style");
    Style style;
    style.key = node->keys[i].scalar;
    fields.require("font");
    style.font = font_index(fields, "font", design, 0);
    style.strong = font_index(fields, "strong", design, style.font);
    style.stressed = font_index(fields, "stressed", design, style.font);
    style.size_pt = design.number(fields, "size");
    style.floor_pt = design.number_or(fields, "floor", 0);
    style.line_mm = design.number(fields, "line");
    style.tracking_em = design.number_or(fields, "tracking", 0);
    style.ligatures = design.flag(fields, "ligatures", style.tracking_em == 0);
    style.colour = design.colour(fields, "colour");
    if (style.size_pt < least_size_pt)
      design.reader().error(fields.place(), "a size below 9 pt is hard to read on paper");
    if (style.floor_pt != 0 && (style.floor_pt < least_size_pt || style.floor_pt > style.size_pt))
      design.reader().error(fields.place(), "`floor` is a size from 9 pt up to `size`");
    design.styles.emplace(style.key, style);
  }
}

std::vector<Block> read_blocks(const yaml::Node* node, std::string_view what, DesignReader& design,
                               const Template& page) {
  std::vector<Block> blocks;
  for (const yaml::Node& item : yaml::items(node, design.reader(), what)) {
    if (auto block = read_block(item, design, page)) blocks.push_back(std::move(*block));
  }
  const auto named = [](std::string_view id) { return [id](const Block& other) { return other.id == id; }; };
  for (auto block = blocks.begin(); block != blocks.end(); ++block) {
    const std::string& above = block->placement.above;
    if (!above.empty() && std::none_of(blocks.begin(), blocks.end(), named(above)))
      design.reader().error(*node, "no block here is called `" + above + "`");
    for (const std::string& earlier : {block->placement.beside, block->placement.under}) {
      if (!earlier.empty() && std::none_of(blocks.begin(), block, named(earlier)))
        design.reader().error(*node, "no block before it in this list is called `" + earlier + "`");
    }
  }
  return blocks;
}

Form read_form(const yaml::Node* every, const yaml::Node* first, const yaml::Node* next, DesignReader& design,
               const Template& page) {
  Form form;
  form.name = design.forms[design.form];
  form.every_page = read_blocks(every, "every-page", design, page);
  if (first != nullptr) {
    yaml::Fields fields(*first, design.reader(), "first-page");
    form.first_flow = read_blocks(fields.require("flow"), "flow", design, page);
    form.first_foot = read_blocks(fields.require("foot"), "foot", design, page);
    form.foot_top = design.number(fields, "foot-top");
    form.clear = design.number(fields, "clear");
  }
  if (next != nullptr) {
    yaml::Fields fields(*next, design.reader(), "next-page");
    form.next_head = read_blocks(fields.require("head"), "head", design, page);
    form.next_flow = read_blocks(fields.find("flow"), "flow", design, page);
    form.next_foot = read_blocks(fields.require("foot"), "foot", design, page);
    form.next_top = design.number(fields, "top");
    form.next_bottom = design.number(fields, "bottom");
    form.next_clear = design.number(fields, "clear");
  }
  return form;
}

}  // namespace

std::optional<Template> read_template(const yaml::Document& document, Diagnostics& findings) {
  Diagnostics found;
  Template page;
  page.path = document.path;
  {
    yaml::Reader reader(document.path, found);
    DesignReader design(reader);
    yaml::Fields fields(document.root, reader, "design");
    if (const yaml::Node* format = fields.require("format")) reader.word(*format, {"design/1"});
    for (const yaml::Node& name : yaml::items(fields.require("forms"), reader, "forms")) {
      if (const auto slug = reader.slug(name)) design.forms.push_back(*slug);
    }
    read_page(fields.require("page"), design, page);
    read_fonts(fields.require("fonts"), design, page);
    if (const yaml::Node* fallback = fields.find("fallback")) page.fallback = read_file_name(*fallback, reader);
    read_colours(fields.require("colours"), design);
    read_styles(fields.require("styles"), design);
    const yaml::Node* every = fields.find("every-page");
    const yaml::Node* first = fields.require("first-page");
    const yaml::Node* next = fields.require("next-page");
    for (design.form = 0; design.form < design.forms.size(); ++design.form) {
      page.forms.push_back(read_form(every, first, next, design, page));
    }
    for (const auto& [key, style] : design.styles)
      page.styles.push_back(style);
  }
  found.sort();  // each form reads the whole design, and finds the same again
  findings.append(found);
  if (found.has_errors()) return std::nullopt;
  return page;
}

}  // namespace guerdon
