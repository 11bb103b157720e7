#include "model/framework_read.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/read.h"
#include "yaml/node.h"

namespace guerdon {
namespace {

Framework::Group read_group(const yaml::Node& node, yaml::Reader& reader) {
  yaml::Fields fields(node, reader, "a group");
  return {read_slug(fields.require("group"), reader).value,
          read_text(fields.require("name"), reader, title_limit).value};
}

void read_esco(const yaml::Node* node, yaml::Reader& reader, Skill& skill) {
  for (const yaml::Node& item : yaml::items(node, reader, "esco")) {
    constexpr std::string_view base = "http://data.europa.eu/esco/skill/";
    if (item.scalar.starts_with(base)) {
      skill.esco.push_back(item.scalar);
    } else {
      reader.error(item, "this is not the address of an ESCO skill", fmt::format("it begins with {}", base));
    }
  }
}

Skill read_skill(const yaml::Node& node, yaml::Reader& reader, const Framework& framework) {
  yaml::Fields fields(node, reader, "a skill");
  Skill skill;
  skill.id = read_slug(fields.require("skill"), reader).value;
  const Located<std::string> group = read_slug(fields.require("group"), reader);
  skill.group = group.value;
  const auto is_it = [&](const Framework::Group& g) { return g.id == group.value; };
  if (!group.value.empty() && std::none_of(framework.groups.begin(), framework.groups.end(), is_it)) {
    reader.error(group.place, fmt::format("no group `{}` in this list", group.value), "add it under `groups:`");
  }
  skill.name = read_text(fields.require("name"), reader, title_limit).value;
  skill.meaning = read_text(fields.require("meaning"), reader, task_limit).value;
  for (const yaml::Node& item : yaml::items(fields.find("aliases"), reader, "aliases")) {
    skill.aliases.push_back(read_text(&item, reader, title_limit).value);
  }
  read_esco(fields.find("esco"), reader, skill);
  return skill;
}

/// Which skill each spelling means, by its key.
using Spellings = std::map<std::string, std::string>;

/// A spelling must lead to one skill: reports those of `skill` that lead to an earlier one.
void add_spellings(const yaml::Node& node, yaml::Reader& reader, const Skill& skill, Spellings& spellings) {
  std::vector<std::string> words{skill.id, skill.name};
  words.insert(words.end(), skill.aliases.begin(), skill.aliases.end());
  for (const std::string& word : words) {
    if (word.empty()) continue;
    const std::string& meant = spellings.try_emplace(skill_key(word), skill.id).first->second;
    if (meant != skill.id)
      reader.error(node, fmt::format("`{}` would mean both `{}` and `{}`", sanitized(word), meant, skill.id));
  }
}

}  // namespace

std::optional<Framework> read_framework(const yaml::Document& document, Diagnostics& findings) {
  yaml::Reader reader(document.path, findings);
  yaml::Fields fields(document.root, reader, "a list of skills");
  const bool readable = check_format(fields, reader, "competences/1");
  Framework framework;
  framework.version = read_text(fields.require("version"), reader, line_limit).value;
  framework.source = read_text(fields.require("source"), reader, task_limit).value;
  for (const yaml::Node& item : yaml::items(fields.require("groups"), reader, "groups")) {
    Framework::Group group = read_group(item, reader);
    const auto same = [&](const Framework::Group& g) { return g.id == group.id; };
    if (std::any_of(framework.groups.begin(), framework.groups.end(), same)) {
      reader.error(item, fmt::format("the group `{}` is listed twice", group.id));
    }
    framework.groups.push_back(std::move(group));
  }
  Spellings spellings;
  const yaml::Node* skills = fields.require("skills");
  for (const yaml::Node& item : yaml::items(skills, reader, "skills")) {
    Skill skill = read_skill(item, reader, framework);
    if (skill.id.empty()) continue;
    if (framework.find(skill.id) != nullptr)
      reader.error(item, fmt::format("the skill `{}` is listed twice", skill.id));
    add_spellings(item, reader, skill, spellings);
    framework.skills.push_back(std::move(skill));
  }
  if (skills != nullptr && skills->kind == yaml::Kind::sequence && skills->items.empty())
    reader.error(*skills, "no skill is listed");
  if (!readable) return std::nullopt;
  return framework;
}

}  // namespace guerdon
