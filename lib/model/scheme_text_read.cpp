#include "model/scheme_text_read.h"

#include <fmt/format.h>

#include "base/text.h"
#include "model/read.h"
#include "model/words.h"
#include "yaml/node.h"

namespace guerdon {
namespace {

/// The key under which words stand that hold for every certificate.
constexpr std::string_view every_certificate = "every";

std::string read_pattern(const yaml::Node& node, yaml::Reader& reader) {
  constexpr yaml::TextLimit limit{500, false, true};
  std::string pattern = read_text(&node, reader, limit).value;
  if (const std::string fault = pattern_fault(pattern); !fault.empty()) reader.error(node, fault + " in this pattern");
  return pattern;
}

std::vector<std::string> read_lines(const yaml::Node& node, yaml::Reader& reader) {
  std::vector<std::string> lines;
  if (node.kind == yaml::Kind::scalar) {
    lines.push_back(read_pattern(node, reader));
    return lines;
  }
  for (const yaml::Node& item : yaml::items(&node, reader, "the lines of a text")) {
    lines.push_back(read_pattern(item, reader));
  }
  return lines;
}

bool is_mapping(const yaml::Node& node, yaml::Reader& reader, std::string_view what) {
  if (node.kind == yaml::Kind::mapping) return true;
  reader.error(node, fmt::format("{} is a block of keys", what));
  return false;
}

void read_patterns(const yaml::Node& words, yaml::Reader& reader, const Scheme& scheme, SchemeText& text) {
  if (!is_mapping(words, reader, "words")) return;
  for (std::size_t i = 0; i < words.keys.size(); ++i) {
    const std::string& kind = words.keys[i].scalar;
    const bool known = scheme.find_certificate(kind) != nullptr || scheme.find_document(kind) != nullptr;
    if (kind != every_certificate && !known) {
      reader.error(words.keys[i], fmt::format("{} issues no `{}`", scheme.id, sanitized(kind)),
                   fmt::format("words for all certificates stand under `{}:`", every_certificate));
      continue;
    }
    if (!is_mapping(words.items[i], reader, "the words of a certificate")) continue;
    auto& patterns = text.patterns[kind == every_certificate ? std::string{} : kind];
    for (std::size_t k = 0; k < words.items[i].keys.size(); ++k) {
      patterns[words.items[i].keys[k].scalar] = read_lines(words.items[i].items[k], reader);
    }
  }
}

void read_skills(const yaml::Node& skills, yaml::Reader& reader, const Scheme& scheme, SchemeText& text) {
  if (!is_mapping(skills, reader, "skills")) return;
  for (std::size_t i = 0; i < skills.keys.size(); ++i) {
    const std::string& id = skills.keys[i].scalar;
    if (scheme.framework.find(id) == nullptr) {
      const auto near = scheme.framework.near(id);
      reader.error(skills.keys[i], fmt::format("no skill `{}` in {}", sanitized(id), scheme.id),
                   near.empty() ? "" : fmt::format("did you mean {}?", joined_or(near)));
      continue;
    }
    yaml::Fields fields(skills.items[i], reader, "a skill's text");
    text.skills[id] = {read_text(fields.require("name"), reader, title_limit).value,
                       read_text(fields.require("meaning"), reader, task_limit).value};
  }
  for (const Skill& skill : scheme.framework.skills) {
    if (!text.skills.contains(skill.id)) reader.error(skills, fmt::format("the skill `{}` has no text here", skill.id));
  }
}

void read_levels(const yaml::Node& levels, yaml::Reader& reader, const Scheme& scheme, SchemeText& text) {
  if (!is_mapping(levels, reader, "levels")) return;
  for (std::size_t i = 0; i < levels.keys.size(); ++i) {
    const auto number = scheme.scale.parse(levels.keys[i].scalar);
    if (number) {
      text.levels[*number] = read_text(&levels.items[i], reader, title_limit).value;
    } else {
      reader.error(levels.keys[i], fmt::format("no level `{}` in {}", sanitized(levels.keys[i].scalar), scheme.id));
    }
  }
  for (const Level& level : scheme.scale.levels) {
    if (!text.levels.contains(level.number))
      reader.error(levels, fmt::format("level {} has no text here", level.number));
  }
}

}  // namespace

std::optional<SchemeText> read_scheme_text(const yaml::Document& document, const Scheme& scheme,
                                           Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a scheme's text");
  const bool readable = check_format(fields, reader, "scheme-text/1");
  SchemeText text;
  text.language = read_text(fields.require("language"), reader, line_limit).value;
  if (const yaml::Node* parts = fields.require("parts"); parts != nullptr && is_mapping(*parts, reader, "parts")) {
    for (std::size_t i = 0; i < parts->keys.size(); ++i)
      text.parts[parts->keys[i].scalar] = read_pattern(parts->items[i], reader);
  }
  if (const yaml::Node* words = fields.require("words")) read_patterns(*words, reader, scheme, text);
  if (const yaml::Node* skills = fields.find("skills")) read_skills(*skills, reader, scheme, text);
  if (const yaml::Node* levels = fields.find("levels")) read_levels(*levels, reader, scheme, text);
  if (!readable) return std::nullopt;
  return text;
}

}  // namespace guerdon
