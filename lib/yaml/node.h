#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace guerdon::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

/// A value as it was written. Every scalar is a string until a typed reader asks.
/// A mapping's keys stand beside its items: keys[i] names items[i].
struct Node {
  Kind kind = Kind::null;
  bool quoted = false;  ///< a scalar in quotes or a block scalar: never null, never a number
  bool flow = false;
  std::uint32_t offset = 0;
  Place place;
  std::string scalar;
  std::vector<Node> keys;
  std::vector<Node> items;

  /// The item under `key` of a mapping, nullptr where there is none.
  [[nodiscard]] const Node* find(std::string_view key) const;
};

/// Whether both hold the same content; where and how it was written does not count.
bool same_content(const Node& a, const Node& b);

/// A comment that begins in the first column.
struct CommentLine {
  std::uint32_t line = 0;
  std::uint32_t offset = 0;
  std::string_view text;  ///< without the line end; points into `Document::text`
};

/// One YAML file: its bytes, its tree, its top-level comments.
struct Document {
  std::string path;
  std::string text;
  Node root;

  /// The comment lines in the first column, in order.
  [[nodiscard]] std::vector<CommentLine> comments() const;
};

}  // namespace guerdon::yaml
