#include <fmt/format.h>

#include "document/blocks/blocks.h"

namespace guerdon {

namespace {

constexpr std::string_view en_space = "\u2002";

/// One phrase on one line if it can be; else wrapped, in the narrower measure.
std::optional<Lines> set_phrase(std::vector<Piece> shaped, const TextBlock& text, const Block& block,
                                const Setting& setting) {
  const double width = block.placement.width;
  const double wrap_width = text.wrap_width.value_or(width);
  if (wrap_width < width && wrap(shaped, width, Wrapping::greedy, setting.right_to_left).lines.size() == 1) {
    return set_lines(std::move(shaped), text.style, {width, 1, Wrapping::greedy}, block.what, setting);
  }
  return set_lines(std::move(shaped), text.style, {wrap_width, text.most_lines, text.wrapping}, block.what, setting);
}

/// Phrases of one paragraph are parted by a space, so that they read as one text.
std::vector<Phrase> spaced(std::vector<Phrase> phrases, bool run_on) {
  for (std::size_t i = 0; i + 1 < phrases.size(); ++i) {
    if (!phrases[i].empty()) phrases[i].back().text += ' ';
  }
  if (!run_on || phrases.empty()) return phrases;
  Phrase whole;
  for (Phrase& phrase : phrases)
    whole.insert(whole.end(), phrase.begin(), phrase.end());
  return {std::move(whole)};
}

}  // namespace

Fragments set_block(const TextBlock& text, const Block& block, const Setting& setting) {
  Fragment fragment;
  std::vector<Piece> label;
  if (!text.label.empty()) {
    for (const Phrase& phrase : phrases(text.label, setting))
      label = pieces(phrase, text.label_style, block.what, setting);
    const std::vector<Piece> space = pieces({{std::string(en_space), Emphasis::none}}, text.style, block.what, setting);
    label.insert(label.end(), space.begin(), space.end());
  }
  if (!text.decoration) fragment.begin(text.tag);
  int lines = 0;
  for (const Phrase& phrase : spaced(phrases(text.text, setting), text.run_on)) {
    std::vector<Piece> shaped = std::move(label);
    label.clear();
    for (Piece& piece : pieces(phrase, text.style, block.what, setting))
      shaped.push_back(std::move(piece));
    const auto set = set_phrase(std::move(shaped), text, block, setting);
    if (!set) continue;
    draw_lines(*set, block.placement.x, fragment.height, block.placement.width, block.placement.align, fragment);
    fragment.height += set->height();
    lines += static_cast<int>(set->lines.size());
  }
  if (lines > text.most_lines) {
    setting.too_long(fmt::format("{} needs {} lines at {} pt and has room for {}", block.what, lines,
                                 text.style.size_pt, text.most_lines));
  }
  if (!text.decoration) fragment.finish();
  fragment.with_next = text.tag == Tag::heading;
  return {std::move(fragment)};
}

}  // namespace guerdon
