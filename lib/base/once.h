#pragma once

#include <algorithm>
#include <vector>

namespace guerdon {

/// Each item once, where it came first.
template <typename Item>
std::vector<Item> once(const std::vector<Item>& items) {
  std::vector<Item> out;
  for (const Item& item : items) {
    if (std::find(out.begin(), out.end(), item) == out.end()) out.push_back(item);
  }
  return out;
}

}  // namespace guerdon
