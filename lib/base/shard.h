#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace guerdon {

/// One of `count` parts of a batch, for machines that share the work. Parts are disjoint and together complete; which
/// part an id belongs to depends on the id and on `count` alone.
struct Shard {
  unsigned number = 1;  ///< from 1
  unsigned count = 1;

  /// `2/5`: the second of five, of 10,000 at most. Empty for anything else.
  static std::optional<Shard> parse(std::string_view text);

  [[nodiscard]] bool is_all() const { return count == 1; }
  [[nodiscard]] bool holds(std::string_view id) const;
  [[nodiscard]] std::string to_string() const;
};

}  // namespace guerdon
