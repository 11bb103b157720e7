#include <algorithm>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr int most_head_lines = 4;
constexpr int most_text_lines = 40;

/// The phrases of words that may be left out as a whole.
std::vector<Phrase> optional_phrases(const Source& source, const Setting& setting) {
  return source.empty() ? std::vector<Phrase>{} : phrases(source, setting);
}

std::optional<Lines> set_phrase(const std::vector<Phrase>& all, std::size_t index, const Style& style, Measure measure,
                                const Block& block, const Setting& setting) {
  if (index >= all.size() || plain(all[index]).empty()) return std::nullopt;
  return set_lines(pieces(all[index], style, block.what, setting), style, measure, block.what, setting);
}

}  // namespace

Fragments set_block(const EntriesBlock& entries, const Block& block, const Setting& setting) {
  const Position& place = block.placement;
  const double width = place.x + place.width - entries.text_x;
  const std::vector<Phrase> heads = phrases(entries.head, setting);
  const std::vector<Phrase> texts = optional_phrases(entries.text, setting);
  const std::vector<Phrase> notes = optional_phrases(entries.note, setting);
  Fragments fragments;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const auto head = set_phrase(heads, i, entries.head_style, {entries.head_width, most_head_lines, Wrapping::greedy},
                                 block, setting);
    const auto text = set_phrase(texts, i, entries.style, {width, most_text_lines, Wrapping::greedy}, block, setting);
    const auto note =
        set_phrase(notes, i, entries.note_style, {width, most_text_lines, Wrapping::greedy}, block, setting);
    Fragment fragment;
    fragment.inside = {{Tag::table, 0}, {Tag::table_body, 0}};
    if (entries.hairline.thickness > 0) fragment.decorate(rule_at(place.x, 0, place.width, entries.hairline));
    fragment.begin(Tag::table_row);
    fragment.begin(Tag::row_header);
    if (head) draw_lines(*head, place.x, entries.above, entries.head_width, Align::left, fragment);
    fragment.finish();
    fragment.begin(Tag::table_cell);
    double bottom = entries.above;
    for (const auto& lines : {text, note}) {
      if (!lines) continue;
      fragment.begin(Tag::paragraph);
      draw_lines(*lines, entries.text_x, bottom, width, Align::left, fragment);
      fragment.finish();
      bottom += lines->height();
    }
    fragment.finish();
    fragment.finish();
    fragment.height = std::max(bottom, entries.above + (head ? head->height() : 0)) + entries.below;
    fragments.push_back(std::move(fragment));
  }
  if (!fragments.empty() && entries.hairline.thickness > 0) {
    Fragment& last = fragments.back();
    last.decorate(rule_at(place.x, last.height, place.width, entries.hairline));
  }
  return fragments;
}

}  // namespace guerdon
