#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace guerdon {
namespace {

/// Levenshtein distance with neighbouring swaps at one, over bytes of folded text.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i)
    d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j)
    d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

std::string joined(const std::vector<std::string>& words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? last : ", ";
    out += '`' + words[i] + '`';
  }
  return out;
}

}  // namespace

std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;
  if (word.size() > longest) return {};
  const std::string wanted = folded(word);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& candidate : known) {
    const std::string key = folded(candidate);
    if (key.size() > longest) continue;
    std::size_t far = distance(wanted, key);
    const bool begins = wanted.size() >= 3 && (key.starts_with(wanted) || wanted.starts_with(key));
    if (begins) far = std::min<std::size_t>(far, 1);
    if (far <= std::max<std::size_t>(1, wanted.size() / 3)) ranked.emplace_back(far, candidate);
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> out;
  for (auto& [far, candidate] : ranked) {
    if (out.size() == 3) break;
    if (std::find(out.begin(), out.end(), candidate) == out.end()) out.push_back(std::move(candidate));
  }
  return out;
}

std::string joined_or(const std::vector<std::string>& words) { return joined(words, " or "); }

std::string joined_and(const std::vector<std::string>& words) { return joined(words, " and "); }

}  // namespace guerdon
