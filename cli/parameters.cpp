#include "cli/parameters.h"

#include <fmt/format.h>

#include "base/text.h"

namespace guerdon {

std::string parameters_text(const RuleSetting& setting) {
  std::vector<std::string> out;
  for (const auto& [name, value] : setting.numbers)
    out.push_back(fmt::format("{}: {}", name, value.value));
  for (const auto& [name, words] : setting.words)
    out.push_back(fmt::format("{}: {}", name, fmt::join(words, " ")));
  return sanitized(fmt::format("{}", fmt::join(out, ", ")));
}

Json parameters_json(const RuleSetting& setting) {
  Json out(Json::Object{});
  for (const auto& [name, value] : setting.numbers)
    out.set(name, value.value);
  for (const auto& [name, words] : setting.words) {
    Json list = Json::array();
    for (const std::string& word : words)
      list.push_back(word);
    out.set(name, std::move(list));
  }
  return out;
}

}  // namespace guerdon
