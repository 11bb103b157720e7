#include "flow/differences.h"

#include <algorithm>
#include <set>
#include <string_view>

namespace guerdon {
namespace {

using yaml::Kind;
using yaml::Node;
using Path = std::vector<std::string>;

/// What an item is about.
constexpr std::string_view subjects[] = {"skill", "competence", "rule", "experience", "file", "item", "id"};
/// What else tells it from the others; when it changed, the item is still the same one.
constexpr std::string_view marks[] = {"on", "organisation", "by", "from"};

bool is_table(const Node& node) {
  return node.kind == Kind::sequence && !node.items.empty() &&
         std::all_of(node.items.begin(), node.items.end(), [](const Node& item) { return item.kind == Kind::mapping; });
}

/// The values under `key`, one of each item; empty when an item has none or two have the same.
std::vector<std::string> values_of(const Node& table, std::string_view key) {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (const Node& item : table.items) {
    const Node* value = item.find(key);
    if (value == nullptr || value->kind != Kind::scalar || !seen.insert(value->scalar).second) return {};
    out.push_back(value->scalar);
  }
  return out;
}

/// What the items of one table or two are told by.
struct Names {
  std::vector<std::string> before;
  std::vector<std::string> after;
  bool are_subjects = false;
};

std::vector<std::string> numbers(std::size_t count) {
  std::vector<std::string> out;
  for (std::size_t i = 1; i <= count; ++i)
    out.push_back(std::to_string(i));
  return out;
}

Names names_of(const Node& before, const Node& after) {
  const auto with = [&](std::string_view key) { return Names{values_of(before, key), values_of(after, key), false}; };
  const auto fits = [&](const Names& names) {
    return names.before.size() == before.items.size() && names.after.size() == after.items.size();
  };
  for (const std::string_view key : subjects) {
    if (Names names = with(key); fits(names)) {
      names.are_subjects = true;
      return names;
    }
  }
  for (const std::string_view key : marks) {
    if (Names names = with(key); fits(names)) return names;
  }
  return {numbers(before.items.size()), numbers(after.items.size()), false};
}

class Comparison {
 public:
  std::vector<Difference> of(const Node& before, const Node& after) {
    compare(before, after);
    return std::move(out_);
  }

 private:
  void compare(const Node& before, const Node& after) {
    if (before.kind == Kind::mapping && after.kind == Kind::mapping) {
      mappings(before, after);
    } else if (is_table(before) && is_table(after)) {
      tables(before, after);
    } else if (!same_content(before, after)) {
      out_.push_back({path_, &before, &after});
    }
  }

  void mappings(const Node& before, const Node& after) {
    for (std::size_t i = 0; i < after.keys.size(); ++i) {
      const Node* old = before.find(after.keys[i].scalar);
      path_.push_back(after.keys[i].scalar);
      old != nullptr && (old->kind != Kind::null || after.items[i].kind == Kind::null) ? compare(*old, after.items[i])
                                                                                       : one_side(after.items[i], true);
      path_.pop_back();
    }
    for (std::size_t i = 0; i < before.keys.size(); ++i) {
      if (after.find(before.keys[i].scalar) != nullptr) continue;
      path_.push_back(before.keys[i].scalar);
      one_side(before.items[i], false);
      path_.pop_back();
    }
  }

  /// Goes on with an item; the only one of its list needs no name but that of its subject.
  template <class Act>
  void at_item(const Names& names, const std::string& name, const Act& act) {
    const bool alone = !names.are_subjects && names.before.size() < 2 && names.after.size() < 2;
    if (!alone) path_.push_back(name);
    act();
    if (!alone) path_.pop_back();
  }

  void tables(const Node& before, const Node& after) {
    const Names names = names_of(before, after);
    std::vector<std::size_t> old_ones(after.items.size(), before.items.size());
    std::vector<std::size_t> left;
    for (std::size_t i = 0; i < before.items.size(); ++i) {
      const auto same = std::find(names.after.begin(), names.after.end(), names.before[i]);
      if (same == names.after.end()) {
        left.push_back(i);
      } else {
        old_ones[static_cast<std::size_t>(same - names.after.begin())] = i;
      }
    }
    for (std::size_t i = 0; i < after.items.size(); ++i) {
      if (old_ones[i] == before.items.size() && !left.empty() && !names.are_subjects) {
        old_ones[i] = left.front();
        left.erase(left.begin());
      }
      at_item(names, names.after[i], [&] {
        old_ones[i] < before.items.size() ? compare(before.items[old_ones[i]], after.items[i])
                                          : one_side(after.items[i], true);
      });
    }
    for (const std::size_t i : left)
      at_item(names, names.before[i], [&] { one_side(before.items[i], false); });
  }

  void one_side(const Node& node, bool added) {
    if (!is_table(node)) {
      out_.push_back({path_, added ? nullptr : &node, added ? &node : nullptr});
      return;
    }
    const Names names = names_of(node, node);
    for (std::size_t i = 0; i < node.items.size(); ++i)
      at_item(names, names.after[i], [&] { one_side(node.items[i], added); });
  }

  Path path_;
  std::vector<Difference> out_;
};

}  // namespace

std::vector<Difference> differences(const Node& before, const Node& after) { return Comparison().of(before, after); }

}  // namespace guerdon
