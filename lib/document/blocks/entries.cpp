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

/// Where the columns begin, and how wide they are.
struct Columns {
  double head_x = 0;
  double head_width = 0;
  double text_x = 0;
  double text_width = 0;
  double note_x = 0;  ///< as text_x where the notes stand below the texts
  double note_width = 0;
};

Columns columns_of(const EntriesBlock& entries, const Position& place) {
  const double right = place.x + place.width;
  if (entries.note_x == 0) {
    return {place.x,        entries.head_width,    entries.text_x, right - entries.text_x,
            entries.text_x, right - entries.text_x};
  }
  return {place.x,        entries.head_width,    entries.text_x, entries.note_x - entries.text_x,
          entries.note_x, right - entries.note_x};
}

std::optional<Lines> set_phrase(const std::vector<Phrase>& all, std::size_t index, const Style& style, Measure measure,
                                const Block& block, const Setting& setting) {
  if (index >= all.size() || plain(all[index]).empty()) return std::nullopt;
  return set_lines(pieces(all[index], style, block.what, setting), style, measure, block.what, setting);
}

double height_of(const std::optional<Lines>& lines) { return lines ? lines->height() : 0; }

/// What stands in one row.
struct Row {
  std::optional<Lines> head;
  std::optional<Lines> text;
  std::optional<Lines> note;
};

/// The row's cells, its head in one of tag `head`, the others of tag `cell`.
Fragment set_row(const Row& row, Tag head, Tag cell, const EntriesBlock& entries, const Columns& at) {
  Fragment fragment;
  const double top = entries.above;
  fragment.begin(Tag::table_row);
  fragment.begin(head);
  if (row.head) draw_lines(*row.head, at.head_x, top, at.head_width, Align::left, fragment);
  fragment.finish();
  fragment.begin(cell);
  const bool own_column = at.note_x != at.text_x;
  const auto paragraph = [&](const std::optional<Lines>& lines, double x, double y, double width) {
    if (!lines) return;
    if (!own_column) fragment.begin(Tag::paragraph);
    draw_lines(*lines, x, y, width, Align::left, fragment);
    if (!own_column) fragment.finish();
  };
  paragraph(row.text, at.text_x, top, at.text_width);
  if (own_column) {
    fragment.finish();
    fragment.begin(cell);
  }
  paragraph(row.note, at.note_x, own_column ? top : top + height_of(row.text), at.note_width);
  fragment.finish();
  fragment.finish();
  const double texts =
      own_column ? std::max(height_of(row.text), height_of(row.note)) : height_of(row.text) + height_of(row.note);
  fragment.height = top + std::max(height_of(row.head), texts) + entries.below;
  return fragment;
}

Fragment labels_row(const EntriesBlock& entries, const Columns& at, const Block& block, const Setting& setting) {
  const EntriesBlock::Labels& labels = *entries.labels;
  const auto set = [&](const Source& source, double width) {
    return set_phrase(optional_phrases(source, setting), 0, labels.style, {width, 1, Wrapping::greedy}, block, setting);
  };
  Fragment row =
      set_row({set(labels.head, at.head_width), set(labels.text, at.text_width), set(labels.note, at.note_width)},
              Tag::column_header, Tag::column_header, entries, at);
  row.inside = {{Tag::table, 0}, {Tag::table_head, 0}};
  row.with_next = true;
  const Position& place = block.placement;
  if (labels.ground)
    row.marks.insert(row.marks.begin(), {-1, FilledBox{{place.x, 0}, place.width, row.height, *labels.ground}});
  return row;
}

}  // namespace

Fragments set_block(const EntriesBlock& entries, const Block& block, const Setting& setting) {
  const Position& place = block.placement;
  const Columns at = columns_of(entries, place);
  const std::vector<Phrase> heads = phrases(entries.head, setting);
  const std::vector<Phrase> texts = optional_phrases(entries.text, setting);
  const std::vector<Phrase> notes = optional_phrases(entries.note, setting);
  const bool ruled = entries.hairline.thickness > 0;
  Fragments fragments;
  if (entries.labels && !heads.empty()) fragments.push_back(labels_row(entries, at, block, setting));
  for (std::size_t i = 0; i < heads.size(); ++i) {
    const Row row{
        set_phrase(heads, i, entries.head_style, {at.head_width, most_head_lines, Wrapping::greedy}, block, setting),
        set_phrase(texts, i, entries.style, {at.text_width, most_text_lines, Wrapping::greedy}, block, setting),
        set_phrase(notes, i, entries.note_style, {at.note_width, most_text_lines, Wrapping::greedy}, block, setting)};
    fragments.push_back(set_row(row, Tag::row_header, Tag::table_cell, entries, at));
    Fragment& fragment = fragments.back();
    fragment.inside = {{Tag::table, 0}, {Tag::table_body, 0}};
    if (ruled) fragment.marks.insert(fragment.marks.begin(), {-1, rule_at(place.x, 0, place.width, entries.hairline)});
  }
  if (!fragments.empty() && ruled) {
    Fragment& last = fragments.back();
    last.decorate(rule_at(place.x, last.height, place.width, entries.hairline));
  }
  return fragments;
}

}  // namespace guerdon
