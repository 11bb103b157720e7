#include "process/words.h"

#include <fmt/format.h>

#include "base/text.h"

namespace guerdon {

std::string level_text(const Scheme& scheme, int level) {
  const Level* found = scheme.scale.find(level);
  return found == nullptr ? fmt::format("{}", level) : fmt::format("{} {}", level, found->word);
}

std::string did_you_mean(const std::vector<std::string>& near) {
  return near.empty() ? std::string{} : fmt::format("did you mean {}?", joined_or(near));
}

std::string enumerated(const std::vector<std::string>& words, std::string_view conjunction) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? fmt::format(" {} ", conjunction) : ", ";
    out += words[i];
  }
  return out;
}

}  // namespace guerdon
