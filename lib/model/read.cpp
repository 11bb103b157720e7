#include "model/read.h"

#include <fmt/format.h>

#include "base/text.h"

namespace guerdon {

Located<std::string> read_country(const yaml::Node* node, yaml::Reader& reader) {
  if (node == nullptr) return {};
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  const std::string& code = node->scalar;
  if (code.size() == 2 && capital(code[0]) && capital(code[1])) return {code, node->place};
  reader.error(*node, fmt::format("`{}` is not a country code", sanitized(code)),
               "write its two capital letters, as in `IT`");
  return {"", node->place};
}

std::optional<Located<int>> read_level(const yaml::Node* node, yaml::Reader& reader, const Scale& scale) {
  if (node == nullptr) return std::nullopt;
  if (node->kind == yaml::Kind::scalar) {
    if (const auto number = scale.parse(node->scalar)) return Located<int>{*number, node->place};
  }
  std::vector<std::string> words;
  for (const Level& step : scale.levels)
    words.push_back(step.id.empty() ? std::to_string(step.number) : step.id);
  reader.findings().error("skills.known", {reader.path(), node->place},
                          fmt::format("`{}` is not a level of the scale", sanitized(node->scalar)),
                          "write " + joined_or(words));
  return std::nullopt;
}

const std::vector<std::string>& placement_roles() {
  static const std::vector<std::string> roles{"hosting", "coordinating", "sending", "supporting"};
  return roles;
}

bool check_format(yaml::Fields& fields, yaml::Reader& reader, std::string_view expected) {
  const yaml::Node* node = fields.require("format");
  if (node == nullptr) return false;
  if (node->scalar == expected) return true;
  const std::string_view kind = expected.substr(0, expected.find('/'));
  const bool later = std::string_view(node->scalar).starts_with(std::string(kind) + '/');
  reader.error(*node, fmt::format("`{}` is not a format this guerdon reads here", sanitized(node->scalar)),
               later ? fmt::format("it reads `{}`; a newer guerdon may read this file", expected)
                     : fmt::format("write `format: {}`", expected));
  return false;
}

}  // namespace guerdon
