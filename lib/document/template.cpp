#include "document/template.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "document/design_reader.h"
#include "document/font_name_read.h"

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

/// One file for all pages, or one each for the first and the others.
void read_background(const yaml::Node* node, DesignReader& design, Template& page) {
  if (node == nullptr) return;
  if (node->kind != yaml::Kind::mapping) {
    page.first_background = page.next_background = design.image(*node);
    return;
  }
  yaml::Fields fields(*node, design.reader(), "background");
  if (const yaml::Node* first = fields.find("first")) page.first_background = design.image(*first);
  if (const yaml::Node* next = fields.find("next")) page.next_background = design.image(*next);
}

void read_page(const yaml::Node* node, DesignReader& design, Template& page) {
  if (node == nullptr) return;
  yaml::Fields fields(*node, design.reader(), "page");
  const std::vector<double> size = design.numbers(fields, "size", 2);
  page.width = size[0];
  page.height = size[1];
  if (page.width <= 0 || page.height <= 0)
    design.reader().error(fields.place(), "a page needs a width and a height above 0");
  read_background(fields.find("background"), design, page);
  const yaml::Node* margins = fields.require("margins");
  if (margins == nullptr) return;
  yaml::Fields sides(*margins, design.reader(), "margins");
  page.left = design.number(sides, "left");
  page.right = design.number(sides, "right");
  page.top = design.number(sides, "top");
  page.bottom = design.number(sides, "bottom");
}

/// Whether `node` is a mapping from names; anything else is reported.
bool has_names(const yaml::Node* node, std::string_view what, DesignReader& design) {
  if (node == nullptr) return false;
  if (node->kind == yaml::Kind::mapping) return true;
  design.reader().error(*node, "`" + std::string(what) + "` is a block of names", "write each as `NAME: …`");
  return false;
}

void read_fonts(const yaml::Node* node, DesignReader& design, Template& page) {
  if (!has_names(node, "fonts", design)) return;
  if (node->keys.empty()) design.reader().error(*node, "a design has one font at least");
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    yaml::Fields fields(node->items[i], design.reader(), "font");
    FontName font = font_family(fields, design.reader());
    font.key = node->keys[i].scalar;
    font.baseline = design.number(fields, "baseline");
    if (const yaml::Node* file = fields.require("file")) font.file = font_file_name(*file, design.reader());
    design.fonts.emplace(font.key, page.fonts.size());
    page.fonts.push_back(std::move(font));
  }
}

void read_colours(const yaml::Node* node, DesignReader& design) {
  if (!has_names(node, "colours", design)) return;
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

/// A style, complete; or changes to `style`, of which each may be left away.
void read_style(yaml::Fields& fields, DesignReader& design, bool complete, Style& style) {
  const auto number = [&](std::string_view key, double otherwise) {
    return complete ? design.number(fields, key) : design.number_or(fields, key, otherwise);
  };
  if (complete) fields.require("font");
  style.font = font_index(fields, "font", design, style.font);
  style.strong = font_index(fields, "strong", design, complete ? style.font : style.strong);
  style.stressed = font_index(fields, "stressed", design, complete ? style.font : style.stressed);
  style.size_pt = number("size", style.size_pt);
  style.floor_pt = design.number_or(fields, "floor", style.floor_pt);
  style.line_mm = number("line", style.line_mm);
  style.tracking_em = design.number_or(fields, "tracking", style.tracking_em);
  style.ligatures = design.flag(fields, "ligatures", complete ? style.tracking_em == 0 : style.ligatures);
  if (complete || fields.find("colour") != nullptr) style.colour = design.colour(fields, "colour");
  if (style.size_pt < least_size_pt)
    design.reader().error(fields.place(), "a size below 9 pt is hard to read on paper");
  if (style.line_mm <= 0) design.reader().error(fields.place(), "`line` is a height above 0");
  if (style.floor_pt != 0 && (style.floor_pt < least_size_pt || style.floor_pt > style.size_pt))
    design.reader().error(fields.place(), "`floor` is a size from 9 pt up to `size`");
}

void read_styles(const yaml::Node* node, DesignReader& design) {
  if (!has_names(node, "styles", design)) return;
  for (std::size_t i = 0; i < node->keys.size(); ++i) {
    yaml::Fields fields(node->items[i], design.reader(), "style");
    Style style;
    style.key = node->keys[i].scalar;
    read_style(fields, design, true, style);
    design.styles.emplace(style.key, style);
  }
}

/// What one language changes.
void read_changes(const yaml::Node& node, DesignReader& design) {
  yaml::Fields fields(node, design.reader(), "by-language");
  const yaml::Node* styles = fields.require("styles");
  if (!has_names(styles, "styles", design)) return;
  for (std::size_t i = 0; i < styles->keys.size(); ++i) {
    const std::string& name = styles->keys[i].scalar;
    const auto style = design.styles.find(name);
    if (style == design.styles.end()) {
      design.reader().error(styles->keys[i], "unknown style `" + name + "`", "the styles stand under `styles`");
      continue;
    }
    yaml::Fields changes(styles->items[i], design.reader(), "style");
    read_style(changes, design, false, style->second);
  }
}

void at_most(std::size_t count, std::size_t most, std::string_view what, const yaml::Node* node, DesignReader& design) {
  if (node == nullptr || count <= most) return;
  design.reader().error(*node, counted(count, what) + " in one design, at most " + std::to_string(most) + " are taken");
}

std::vector<Block> read_blocks(const yaml::Node* node, std::string_view what, DesignReader& design,
                               const Template& page) {
  std::vector<Block> blocks;
  for (const yaml::Node& item : yaml::items(node, design.reader(), what)) {
    at_most(++design.blocks, most_blocks, "block", &item, design);
    if (design.blocks > most_blocks) return blocks;
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

/// The design as it is for `language`, or for all that it says nothing of.
Template read_for(const std::string& language, const yaml::Document& document, yaml::Reader& reader) {
  Template page;
  page.path = document.path;
  page.language = language;
  DesignReader design(reader);
  yaml::Fields fields(document.root, reader, "design");
  if (const yaml::Node* format = fields.require("format")) reader.word(*format, {"design/1"});
  const yaml::Node* forms = fields.require("forms");
  for (const yaml::Node& name : yaml::items(forms, reader, "forms")) {
    if (const auto slug = reader.slug(name)) design.forms.push_back(*slug);
  }
  at_most(design.forms.size(), most_forms, "form", forms, design);
  design.forms.resize(std::min(design.forms.size(), most_forms));
  if (design.forms.empty()) {
    if (forms != nullptr) reader.error(*forms, "a design has one form at least", "write `forms: [whole]`");
    design.forms.emplace_back("whole");  // so that the rest is read, and its faults told as well
  }
  read_page(fields.require("page"), design, page);
  const yaml::Node* fonts = fields.require("fonts");
  read_fonts(fonts, design, page);
  at_most(page.fonts.size(), most_fonts, "font", fonts, design);
  if (const yaml::Node* fallback = fields.find("fallback")) page.fallback = design.file_name(*fallback);
  read_colours(fields.require("colours"), design);
  const yaml::Node* styles = fields.require("styles");
  read_styles(styles, design);
  at_most(design.styles.size(), most_styles, "style", styles, design);
  if (const yaml::Node* languages = fields.find("by-language"); has_names(languages, "by-language", design)) {
    at_most(languages->keys.size(), most_languages, "language", languages, design);
    if (const yaml::Node* changes = languages->find(language)) read_changes(*changes, design);
  }
  const yaml::Node* every = fields.find("every-page");
  const yaml::Node* first = fields.require("first-page");
  const yaml::Node* next = fields.require("next-page");
  for (design.form = 0; design.form < design.forms.size(); ++design.form) {
    design.blocks = 0;
    page.forms.push_back(read_form(every, first, next, design, page));
  }
  for (const auto& [key, style] : design.styles)
    page.styles.push_back(style);
  page.images = std::move(design.images);
  return page;
}

}  // namespace

const Template& Template::in(std::string_view wanted) const {
  const auto own = std::find_if(variants.begin(), variants.end(),
                                [wanted](const Template& variant) { return variant.language == wanted; });
  return own == variants.end() ? *this : *own;
}

std::optional<Template> read_template(const yaml::Document& document, Diagnostics& findings) {
  Diagnostics found;
  yaml::Reader reader(document.path, found);
  Template page = read_for({}, document, reader);
  const yaml::Node* languages = document.root.kind == yaml::Kind::mapping ? document.root.find("by-language") : nullptr;
  for (std::size_t i = 0; languages != nullptr && !found.has_errors() && i < languages->keys.size(); ++i)
    page.variants.push_back(read_for(languages->keys[i].scalar, document, reader));
  found.sort();  // each form reads the whole design, and finds the same again
  findings.append(found);
  if (found.has_errors()) return std::nullopt;
  return page;
}

}  // namespace guerdon
