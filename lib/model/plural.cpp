#include "model/plural.h"

#include <algorithm>
#include <charconv>

namespace guerdon {
namespace {

/// Takes a rule apart from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) { skip_spaces(); }

  [[nodiscard]] bool at_end() const { return text_.empty(); }

  bool take(std::string_view sign) {
    if (!text_.starts_with(sign)) return false;
    text_.remove_prefix(sign.size());
    skip_spaces();
    return true;
  }

  std::optional<int> number() {
    int value = 0;
    const auto [end, fault] = std::from_chars(text_.data(), text_.data() + text_.size(), value);
    if (fault != std::errc{} || value < 0) return std::nullopt;
    text_.remove_prefix(static_cast<std::size_t>(end - text_.data()));
    skip_spaces();
    return value;
  }

  std::optional<char> operand() {
    if (text_.empty() || std::string_view("niftvwce").find(text_.front()) == std::string_view::npos)
      return std::nullopt;
    const char letter = text_.front();
    text_.remove_prefix(1);
    skip_spaces();
    return letter;
  }

 private:
  void skip_spaces() {
    while (text_.starts_with(' '))
      text_.remove_prefix(1);
  }

  std::string_view text_;
};

std::optional<std::vector<std::pair<int, int>>> read_ranges(Scanner& scanner) {
  std::vector<std::pair<int, int>> out;
  do {
    const auto from = scanner.number();
    const auto to = scanner.take("..") ? scanner.number() : from;
    if (!from || !to || *from > *to) return std::nullopt;
    out.emplace_back(*from, *to);
  } while (scanner.take(","));
  return out;
}

}  // namespace

std::optional<PluralRule> PluralRule::parse(std::string_view text) {
  Scanner scanner(text);
  PluralRule rule;
  do {
    auto& together = rule.alternatives_.emplace_back();
    do {
      const auto operand = scanner.operand();
      if (!operand) return std::nullopt;
      Relation relation;
      relation.fraction = *operand != 'n' && *operand != 'i';
      if (scanner.take("%")) {
        const auto modulus = scanner.number();
        if (!modulus || *modulus == 0) return std::nullopt;
        relation.modulus = *modulus;
      }
      relation.negated = scanner.take("!=");
      if (!relation.negated && !scanner.take("=")) return std::nullopt;
      auto ranges = read_ranges(scanner);
      if (!ranges) return std::nullopt;
      relation.ranges = std::move(*ranges);
      together.push_back(std::move(relation));
    } while (scanner.take("and"));
  } while (scanner.take("or"));
  if (!scanner.at_end()) return std::nullopt;
  return rule;
}

bool PluralRule::holds(int count) const {
  const auto is_met = [count](const Relation& relation) {
    const int whole = relation.fraction ? 0 : count;
    const int value = relation.modulus > 0 ? whole % relation.modulus : whole;
    const bool within = std::any_of(relation.ranges.begin(), relation.ranges.end(), [value](const auto& range) {
      return value >= range.first && value <= range.second;
    });
    return within != relation.negated;
  };
  return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const std::vector<Relation>& together) {
    return std::all_of(together.begin(), together.end(), is_met);
  });
}

}  // namespace guerdon
