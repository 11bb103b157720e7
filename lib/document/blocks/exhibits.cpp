#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr int most_lines = 4;

}  // namespace

Fragments set_block(const ExhibitsBlock& exhibits, const Block& block, const Setting& setting) {
  Fragments fragments;
  if (setting.portfolio == nullptr) return fragments;
  const Position& place = block.placement;
  const double width = place.x + place.width - exhibits.text_x;
  for (const Portfolio::Exhibit& exhibit : setting.portfolio->exhibits) {
    Fragment fragment;
    fragment.inside = {{Tag::list, 0}};
    fragment.height = exhibits.above;
    fragment.begin(Tag::list_item);
    const auto add = [&](const std::string& text, const Style& style, double x, double room, double top,
                         const std::string& language = {}) {
      if (text.empty()) return 0.0;
      const auto set = set_text(text, style, {room, most_lines, Wrapping::greedy}, block.what, setting, language);
      if (!set) return 0.0;
      draw_lines(*set, x, top, room, Align::left, fragment);
      return set->height();
    };
    fragment.begin(Tag::list_label);
    add(exhibit.number, exhibits.title_style, place.x, exhibits.text_x - place.x, fragment.height);
    fragment.finish();
    fragment.begin(Tag::list_body);
    const auto add_line = [&](const std::string& text, const Style& style, const std::string& language = {}) {
      fragment.begin(Tag::paragraph);
      fragment.height += add(text, style, exhibits.text_x, width, fragment.height, language);
      fragment.finish();
    };
    add_line(exhibit.title, exhibits.title_style, setting.certificate.text_language);
    add_line(exhibit.about, exhibits.style);
    add_line(exhibit.file, exhibits.style);
    add_line(exhibit.digest, exhibits.style);
    fragment.finish();
    fragment.finish();
    fragment.height += exhibits.below;
    fragment.decorate(rule_at(place.x, 0, place.width, exhibits.hairline));
    fragments.push_back(std::move(fragment));
  }
  return fragments;
}

}  // namespace guerdon
