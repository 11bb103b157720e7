#include "yaml/written_text.h"

#include <algorithm>

namespace guerdon::yaml {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool holds_null(const Node& node) {
  return node.kind == Kind::null || std::any_of(node.items.begin(), node.items.end(), holds_null);
}

}  // namespace

std::size_t WrittenText::begin() const { return text_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0; }

std::size_t WrittenText::line_begin(std::size_t offset) const {
  return offset == 0 ? 0 : text_.rfind('\n', offset - 1) + 1;
}

std::size_t WrittenText::line_end(std::size_t offset) const { return std::min(text_.find('\n', offset), text_.size()); }

std::size_t WrittenText::column(std::size_t offset) const { return offset - std::max(line_begin(offset), begin()); }

bool WrittenText::after_blank(std::size_t offset) const {
  // Lines may be long: only blanks are gone over.
  const auto back_over = [&](std::size_t from, std::string_view signs) {
    while (from > 0 && signs.find(text_[from - 1]) != std::string_view::npos)
      --from;
    return from;
  };
  const std::size_t begin = back_over(offset, " -");
  if (begin < 2 || text_[begin - 1] != '\n') return false;
  const std::size_t above = back_over(begin - 1, " \r");
  return above == 0 || text_[above - 1] == '\n';
}

std::size_t WrittenText::find_sign(std::size_t offset, char sign) const {
  for (std::size_t i = offset; i < text_.size(); ++i) {
    if (text_[i] == '#') i = line_end(i);
    if (i < text_.size() && text_[i] == sign) return i;
  }
  throw Astray{};
}

std::size_t WrittenText::end_of(const Node& node) const {
  std::size_t at = node.offset;
  if (at >= text_.size()) throw Astray{};
  const char first = text_[at];
  if (node.quoted && (first == '"' || first == '\'')) {
    for (++at; at < text_.size(); ++at) {
      const bool doubled = first == '\'' && text_[at] == '\'' && at + 1 < text_.size() && text_[at + 1] == '\'';
      if (doubled || (first == '"' && text_[at] == '\\')) {
        ++at;
      } else if (text_[at] == first) {
        return at + 1;
      }
    }
    throw Astray{};
  }
  for (const char c : node.scalar) {
    if (c == ' ' || c == '\n') continue;
    while (at < text_.size() && std::string_view(" \r\n").find(text_[at]) != std::string_view::npos)
      ++at;
    if (at == text_.size() || text_[at] != c) throw Astray{};
    ++at;
  }
  return at;
}

/// Where the last word of a value ends, but for its closing brackets.
std::size_t WrittenText::end_of_last(const Node& node) const {
  if (!node.items.empty()) return end_of_last(node.items.back());
  return node.kind == Kind::scalar ? end_of(node) : node.offset;
}

bool WrittenText::is_nested(const Node& node) const {
  if (node.items.empty() || (node.kind != Kind::mapping && node.kind != Kind::sequence)) return false;
  if (!node.flow || holds_null(node)) return true;
  const bool words =
      node.kind == Kind::sequence &&
      std::all_of(node.items.begin(), node.items.end(), [](const Node& item) { return item.kind == Kind::scalar; });
  const std::size_t end = std::max<std::size_t>(end_of_last(node), node.offset);
  return !words && text_.substr(node.offset, end - node.offset).find('\n') != std::string_view::npos;
}

std::string WrittenText::gap_before(std::size_t comment) const {
  std::size_t begin = comment;
  while (begin > 0 && text_[begin - 1] == ' ')
    --begin;
  return std::string(std::max<std::size_t>(comment - begin, 1), ' ');
}

bool WrittenText::is_kept(const Node& node) const {
  const std::string_view written = text_.substr(node.offset, end_of(node) - node.offset);
  return written.starts_with('"') && written.find('\n') == std::string_view::npos;
}

}  // namespace guerdon::yaml
