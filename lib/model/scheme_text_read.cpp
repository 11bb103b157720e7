#include "model/scheme_text_read.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/read.h"
#include "model/review_read.h"
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
    SchemeText::SkillText& own = text.skills[id];
    own.name = read_text(fields.require("name"), reader, title_limit).value;
    own.meaning = read_text(fields.require("meaning"), reader, task_limit).value;
    const yaml::Node* outcomes = fields.find("outcomes");
    for (const yaml::Node& outcome : yaml::items(outcomes, reader, "outcomes"))
      own.outcomes.push_back(read_text(&outcome, reader, task_limit).value);
    const std::size_t wanted = scheme.framework.find(id)->outcomes.size();
    if (outcomes != nullptr && own.outcomes.size() != wanted)
      reader.error(*outcomes, fmt::format("the skill `{}` has {} here, competences.yaml has {}", id,
                                          counted(own.outcomes.size(), "learning outcome"), wanted));
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

void read_evidence(const yaml::Node& evidence, yaml::Reader& reader, const Scheme& scheme, SchemeText& text) {
  if (!is_mapping(evidence, reader, "evidence")) return;
  const auto& kinds = scheme.framework.evidence;
  for (std::size_t i = 0; i < evidence.keys.size(); ++i) {
    const std::string& id = evidence.keys[i].scalar;
    if (std::none_of(kinds.begin(), kinds.end(), [&](const Framework::Group& kind) { return kind.id == id; }))
      reader.error(evidence.keys[i], fmt::format("no kind of evidence `{}` in {}", sanitized(id), scheme.id));
    text.evidence[id] = read_text(&evidence.items[i], reader, title_limit).value;
  }
  for (const Framework::Group& kind : kinds) {
    if (!text.evidence.contains(kind.id))
      reader.error(evidence, fmt::format("the kind of evidence `{}` has no text here", kind.id));
  }
}

void read_comparable(const yaml::Node& comparable, yaml::Reader& reader, const Scheme& scheme, SchemeText& text) {
  if (!is_mapping(comparable, reader, "eqf")) return;
  const auto& table = scheme.eqf.table;
  for (std::size_t i = 0; i < comparable.keys.size(); ++i) {
    const std::string& words = comparable.keys[i].scalar;
    if (std::none_of(table.begin(), table.end(), [&](const Eqf::Row& row) { return row.comparable == words; }))
      reader.error(comparable.keys[i], fmt::format("the EQF table of {} says no `{}`", scheme.id, sanitized(words)));
    text.comparable[words] = read_text(&comparable.items[i], reader, title_limit).value;
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
  text.reviewed = read_review(fields, reader);
  if (const yaml::Node* parts = fields.require("parts"); parts != nullptr && is_mapping(*parts, reader, "parts")) {
    for (std::size_t i = 0; i < parts->keys.size(); ++i)
      text.parts[parts->keys[i].scalar] = read_pattern(parts->items[i], reader);
  }
  if (const yaml::Node* words = fields.require("words")) read_patterns(*words, reader, scheme, text);
  if (const yaml::Node* skills = fields.find("skills")) read_skills(*skills, reader, scheme, text);
  if (const yaml::Node* levels = fields.find("levels")) read_levels(*levels, reader, scheme, text);
  if (const yaml::Node* evidence = fields.find("evidence")) read_evidence(*evidence, reader, scheme, text);
  if (const yaml::Node* comparable = fields.find("eqf")) read_comparable(*comparable, reader, scheme, text);
  if (!readable) return std::nullopt;
  return text;
}

}  // namespace guerdon
