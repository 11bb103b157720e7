#include "import/svg_scan.h"

#include <algorithm>
#include <array>
#include <string>

#include "import/fault.h"

namespace guerdon::import {

namespace {

constexpr std::string_view white = " \t\r\n";
constexpr std::array<std::string_view, 6> texts{"text", "tspan", "tref", "textPath", "altGlyph", "flowRoot"};

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white);
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// A name without its prefix.
std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

[[noreturn]] void refuse_other_file(std::string_view address) {
  throw Fault{"the drawing refers to another file, `" + shown(address) + "`",
              "embed it (in Inkscape: Extensions > Images > Embed Images)"};
}

bool is_inside(std::string_view address) {
  const std::string_view begin = trimmed(address);
  return begin.empty() || begin.starts_with('#') || begin.starts_with("data:image/png") ||
         begin.starts_with("data:image/jpeg") || begin.starts_with("data:image/jpg");
}

/// Every `url(…)` of a style, and what it imports.
void scan_style(std::string_view style) {
  if (style.find("@import") != std::string_view::npos) refuse_other_file("@import");
  constexpr std::string_view begin = "url(";
  for (std::size_t at = style.find(begin); at != std::string_view::npos; at = style.find(begin, at + 1)) {
    std::string_view address = trimmed(style.substr(at + begin.size()));
    while (address.starts_with('"') || address.starts_with('\'') || address.starts_with("&quot;"))
      address.remove_prefix(address.front() == '&' ? 6 : 1);
    if (!is_inside(address)) refuse_other_file(address.substr(0, address.find_first_of(")\"'")));
  }
}

/// The attributes of an element.
void scan_attributes(std::string_view rest) {
  while (true) {
    const std::size_t equals = rest.find('=');
    if (equals == std::string_view::npos) return;
    std::string_view name = rest.substr(0, equals);
    name = name.substr(0, name.find_last_not_of(white) + 1);
    name = name.substr(name.find_last_of(white) + 1);
    rest = trimmed(rest.substr(equals + 1));
    if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return;
    const std::size_t end = rest.find(rest.front(), 1);
    if (end == std::string_view::npos) return;
    const std::string_view value = rest.substr(1, end - 1);
    rest.remove_prefix(end + 1);
    if (local(name) == "href" && !is_inside(value)) refuse_other_file(value);
    if (name == "systemLanguage")
      throw Fault{"the drawing depends on the language of its reader", "leave its `systemLanguage` out"};
  }
}

/// Where the tag that begins at `at` ends: `>` outside of quotes.
std::size_t end_of_tag(std::string_view svg, std::size_t at) {
  char quote = 0;
  for (; at < svg.size(); ++at) {
    const char c = svg[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at;
    }
  }
  return svg.size();
}

}  // namespace

void refuse_what_varies(std::string_view svg) {
  if (svg.find('\0') != std::string_view::npos)
    throw Fault{"the drawing is not in UTF-8", "save it as a plain SVG, in UTF-8"};
  scan_style(svg);
  for (std::size_t at = svg.find('<'); at != std::string_view::npos; at = svg.find('<', at + 1)) {
    const std::string_view rest = svg.substr(at + 1);
    if (rest.starts_with("!--")) {
      at = std::min(svg.find("-->", at), svg.size() - 1);
      continue;
    }
    if (rest.starts_with("?xml-stylesheet")) refuse_other_file("xml-stylesheet");
    const std::size_t end = end_of_tag(svg, at);
    const std::string_view tag = svg.substr(at + 1, end - at - 1);
    const std::string_view element = local(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
    if (std::find(texts.begin(), texts.end(), element) != texts.end())
      throw Fault{"the drawing has text", "turn its texts into outlines (in Inkscape: Path > Object to Path)"};
    // cairo 1.16 makes a broken file of one.
    if (element == "a") throw Fault{"the drawing has a link, which leads nowhere on a page", "take the link away"};
    if (element == "foreignObject") {
      throw Fault{"the drawing holds what is no SVG (foreignObject)",
                  "save it as a plain SVG, without the data of the program that made it"};
    }
    if (tag.find('=') != std::string_view::npos) scan_attributes(tag);
  }
}

}  // namespace guerdon::import
