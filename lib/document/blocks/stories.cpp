#include <algorithm>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr int most_title_lines = 3;
constexpr int most_about_lines = 4;
constexpr int most_paragraph_lines = 400;

/// The fragments of all stories: one a line, so that they run over pages.
class Telling {
 public:
  Telling(const StoriesBlock& stories, const Block& block, const Setting& setting)
      : stories_(stories), block_(block), setting_(setting) {}

  Fragments fragments;

  void tell(const Portfolio::Story& story) {
    const double width = block_.placement.width;
    add_whole(story.title, stories_.title_style, Tag::heading, most_title_lines,
              fragments.empty() ? 0 : stories_.before);
    if (!story.about.empty()) add_whole(story.about, stories_.about_style, Tag::paragraph, most_about_lines, 0);
    if (!fragments.empty()) {
      Fragment& head = fragments.back();
      head.decorate(rule_at(block_.placement.x, head.height + stories_.below_head / 2, width, stories_.hairline));
    }
    double gap = stories_.below_head;
    for (const Portfolio::Part& part : story.parts) {
      tell(part, gap);
      gap = stories_.between;
    }
  }

 private:
  /// A text that is never parted, nor from what follows.
  void add_whole(const std::string& text, const Style& style, Tag tag, int most_lines, double gap) {
    const Position& place = block_.placement;
    const std::string language = tag == Tag::heading ? setting_.certificate.text_language : "";
    const auto set =
        set_text(text, style, {place.width, most_lines, Wrapping::greedy}, block_.what, setting_, language);
    if (!set) return;
    Fragment fragment;
    fragment.gap = gap;
    fragment.height = set->height();
    fragment.with_next = true;
    fragment.begin(tag);
    draw_lines(*set, place.x, 0, place.width, Align::left, fragment);
    fragment.finish();
    fragments.push_back(std::move(fragment));
  }

  void tell(const Portfolio::Part& part, double gap) {
    add_label(part.label, gap);
    const double x = stories_.text_x;
    const double width = block_.placement.x + block_.placement.width - x;
    gap = 0;
    for (const std::string& paragraph : part.paragraphs) {
      const auto set = set_text(paragraph, stories_.style, {width, most_paragraph_lines, Wrapping::greedy}, block_.what,
                                setting_, setting_.certificate.text_language);
      ++paragraph_;
      const std::size_t count = set ? set->lines.size() : 0;
      for (std::size_t i = 0; i < count; ++i) {
        Fragment fragment;
        fragment.inside = {{Tag::paragraph, paragraph_}};
        fragment.gap = i == 0 ? gap : 0;
        fragment.height = set->line_mm;
        fragment.with_next = i + 1 < count && (i == 0 || i + 2 == count);
        draw_line(*set, i, x, 0, width, Align::left, fragment);
        fragments.push_back(std::move(fragment));
      }
      gap = stories_.between_paragraphs;
    }
  }

  /// Beside the first line of what follows, without a height of its own.
  void add_label(const std::string& label, double gap) {
    const double width = stories_.text_x - block_.placement.x;
    const auto set =
        set_text(label, stories_.label_style, {width, 1, Wrapping::greedy}, "a label of " + block_.what, setting_);
    if (!set) return;
    Fragment fragment;
    fragment.gap = gap;
    fragment.with_next = true;
    fragment.begin(Tag::paragraph);
    draw_lines(*set, block_.placement.x,
               baseline_of(stories_.style, setting_.fonts) - baseline_of(stories_.label_style, setting_.fonts), width,
               Align::left, fragment);
    fragment.finish();
    fragments.push_back(std::move(fragment));
  }

  const StoriesBlock& stories_;
  const Block& block_;
  const Setting& setting_;
  int paragraph_ = 0;
};

}  // namespace

Fragments set_block(const StoriesBlock& stories, const Block& block, const Setting& setting) {
  if (setting.portfolio == nullptr) return {};
  Telling telling(stories, block, setting);
  for (const Portfolio::Story& story : setting.portfolio->stories)
    telling.tell(story);
  return std::move(telling.fragments);
}

}  // namespace guerdon
