#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace guerdon {

/// When a whole number belongs to a plural category, in the notation of CLDR (Unicode TR 35, part 3, "Language Plural
/// Rules"): `v = 0 and i % 10 = 2..4 and i % 100 != 12..14`.
class PluralRule {
 public:
  /// Empty when `text` is no such rule.
  static std::optional<PluralRule> parse(std::string_view text);

  /// `count` must not be negative.
  [[nodiscard]] bool holds(int count) const;

 private:
  struct Relation {
    bool fraction = false;  ///< of an operand that says something of decimals: 0 of every whole number
    int modulus = 0;        ///< 0: none
    bool negated = false;
    std::vector<std::pair<int, int>> ranges;
  };
  std::vector<std::vector<Relation>> alternatives_;  ///< one of which holds, when all its relations do
};

}  // namespace guerdon
