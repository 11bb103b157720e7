#include "model/framework_read.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/read.h"
#include "yaml/node.h"

namespace guerdon {
namespace {

/// The keys of one entry of a list of ids with their names.
struct Entry {
  std::string_view list;  ///< "groups"
  std::string_view what;  ///< "a group"
  std::string_view id;    ///< "group"
  std::string_view name = "name";
};

std::vector<Framework::Group> read_list(const yaml::Node* node, yaml::Reader& reader, const Entry& entry) {
  std::vector<Framework::Group> out;
  for (const yaml::Node& item : yaml::items(node, reader, entry.list)) {
    yaml::Fields fields(item, reader, entry.what);
    Framework::Group one{read_slug(fields.require(entry.id), reader).value,
                         read_text(fields.require(entry.name), reader, title_limit).value};
    const auto same = [&](const Framework::Group& other) { return other.id == one.id; };
    if (!one.id.empty() && std::any_of(out.begin(), out.end(), same))
      reader.error(item, fmt::format("the {} `{}` is listed twice", entry.id, one.id));
    out.push_back(std::move(one));
  }
  return out;
}

/// An id that must stand in a list of the same file.
std::string read_member(const yaml::Node* node, yaml::Reader& reader, const std::vector<Framework::Group>& list,
                        const Entry& entry) {
  const Located<std::string> id = read_slug(node, reader);
  const auto is_it = [&](const Framework::Group& g) { return g.id == id.value; };
  if (!id.value.empty() && std::none_of(list.begin(), list.end(), is_it)) {
    reader.error(id.place, fmt::format("no {} `{}` in this list", entry.id, id.value),
                 fmt::format("add it under `{}:`", entry.list));
  }
  return id.value;
}

constexpr Entry group_entry{"groups", "a group", "group"};
constexpr Entry key_competence_entry{"key-competences", "a key competence", "key-competence"};
constexpr Entry evidence_entry{"evidence", "a kind of evidence", "evidence"};
constexpr Entry checklist_entry{"checklist", "an item of the checklist", "item", "question"};

void read_outcomes(const yaml::Node* node, yaml::Reader& reader, Skill& skill) {
  for (const yaml::Node& item : yaml::items(node, reader, "outcomes")) {
    yaml::Fields fields(item, reader, "a learning outcome");
    LearningOutcome outcome{read_text(fields.require("outcome"), reader, task_limit).value, {}};
    const yaml::Node* criteria = fields.require("criteria");
    for (const yaml::Node& criterion : yaml::items(criteria, reader, "criteria"))
      outcome.criteria.push_back(read_text(&criterion, reader, task_limit).value);
    if (criteria != nullptr && outcome.criteria.size() > 26)
      reader.error(*criteria, "at most 26 criteria have a letter");
    skill.outcomes.push_back(std::move(outcome));
  }
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
  skill.group = read_member(fields.require("group"), reader, framework.groups, group_entry);
  skill.name = read_text(fields.require("name"), reader, title_limit).value;
  skill.meaning = read_text(fields.require("meaning"), reader, task_limit).value;
  for (const yaml::Node& item : yaml::items(fields.find("aliases"), reader, "aliases")) {
    skill.aliases.push_back(read_text(&item, reader, title_limit).value);
  }
  read_esco(fields.find("esco"), reader, skill);
  for (const yaml::Node& item : yaml::items(fields.find("key-competences"), reader, "key-competences"))
    skill.key_competences.push_back(read_member(&item, reader, framework.key_competences, key_competence_entry));
  for (const auto& id : read_slugs(fields.find("nearest"), reader, "nearest"))
    skill.nearest.push_back(id.value);
  skill.volunteering = read_text(fields.find("volunteering"), reader, task_limit).value;
  for (const yaml::Node& item : yaml::items(fields.find("evidence"), reader, "evidence"))
    skill.evidence.push_back(read_member(&item, reader, framework.evidence, evidence_entry));
  read_outcomes(fields.find("outcomes"), reader, skill);
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
  framework.europass = read_text(fields.find("europass"), reader, task_limit).value;
  framework.ecvet = read_text(fields.find("ecvet"), reader, task_limit).value;
  framework.groups = read_list(fields.require("groups"), reader, group_entry);
  framework.key_competences = read_list(fields.find("key-competences"), reader, key_competence_entry);
  framework.evidence = read_list(fields.find("evidence"), reader, evidence_entry);
  framework.checklist = read_list(fields.find("checklist"), reader, checklist_entry);
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
