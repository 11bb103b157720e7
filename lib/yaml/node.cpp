#include "yaml/node.h"

#include <algorithm>

namespace guerdon::yaml {

const Node* Node::find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].scalar == key) return &items[i];
  }
  return nullptr;
}

bool same_content(const Node& a, const Node& b) {
  const auto same = [](const std::vector<Node>& x, const std::vector<Node>& y) {
    return std::equal(x.begin(), x.end(), y.begin(), y.end(), same_content);
  };
  return a.kind == b.kind && a.scalar == b.scalar && same(a.keys, b.keys) && same(a.items, b.items);
}

std::vector<CommentLine> Document::comments() const {
  std::vector<CommentLine> out;
  const std::string_view all = text;
  std::uint32_t line = 1;
  for (std::size_t at = 0; at < all.size(); ++line) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    if (all[at] == '#') {
      std::string_view comment = all.substr(at, end - at);
      if (comment.ends_with('\r')) comment.remove_suffix(1);
      out.push_back({line, static_cast<std::uint32_t>(at), comment});
    }
    at = end + 1;
  }
  return out;
}

}  // namespace guerdon::yaml
