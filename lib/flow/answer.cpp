#include "flow/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "flow/assess.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

class Completion {
 public:
  Completion(const std::string& path, const Case& record, const Scheme& scheme, Diagnostics& findings)
      : path_(path), record_(record), scheme_(scheme), findings_(findings) {}

  void visit(yaml::Node& node) {
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& key = node.keys[i].scalar;
      yaml::Node& item = node.items[i];
      if (item.kind == yaml::Kind::scalar && key == "skill") store_skill(item);
      if (item.kind == yaml::Kind::scalar && (key == "level" || key == "claimed" || key == "agreed")) store_level(item);
    }
    for (yaml::Node& item : node.items)
      visit(item);
  }

  /// What the volunteer claimed, where the validation does not say it.
  void add_claims(yaml::Node& validation) {
    const auto skills = std::find_if(validation.keys.begin(), validation.keys.end(),
                                     [](const yaml::Node& k) { return k.scalar == "skills"; });
    if (skills == validation.keys.end() || !record_.self_assessment) return;
    for (yaml::Node& agreement : validation.items[static_cast<std::size_t>(skills - validation.keys.begin())].items) {
      const yaml::Node* skill = agreement.find("skill");
      if (skill == nullptr || agreement.find("claimed") != nullptr) continue;
      const std::string id = skill->scalar;  // the insertion below moves the node
      for (const SelfAssessment::Claim& claim : record_.self_assessment->skills) {
        if (claim.skill.value != id) continue;
        agreement.keys.insert(agreement.keys.begin() + 1, yaml::bare("claimed"));
        agreement.items.insert(agreement.items.begin() + 1, yaml::bare(std::to_string(claim.level.value)));
        break;
      }
    }
  }

 private:
  void store_skill(yaml::Node& node) {
    if (const Skill* skill = scheme_.framework.match(node.scalar)) {
      node.scalar = skill->id;
      return;
    }
    const auto near = scheme_.framework.near(node.scalar);
    findings_.error("skills.known", {path_, node.place},
                    fmt::format("`{}` is not a skill of {}", sanitized(node.scalar), scheme_.id),
                    near.empty() ? fmt::format("guerdon set-objectives {} --template lists them", record_.id.value.text)
                                 : fmt::format("did you mean {}?", joined_or(near)));
  }

  void store_level(yaml::Node& node) {
    if (const auto level = scheme_.scale.match(node.scalar)) {
      node.scalar = std::to_string(*level);
      node.quoted = false;
      node.flow = true;
      return;
    }
    std::vector<std::string> steps;
    for (const Level& level : scheme_.scale.levels)
      steps.push_back(fmt::format("{} {}", level.number, level.word));
    findings_.error("skills.known", {path_, node.place},
                    fmt::format("`{}` is not a level of the scale", sanitized(node.scalar)),
                    "the scale: " + joined_or(steps));
  }

  const std::string& path_;
  const Case& record_;
  const Scheme& scheme_;
  Diagnostics& findings_;
};

void add_date(yaml::Node& block, Date today) {
  if (block.kind != yaml::Kind::mapping || block.find("on") != nullptr) return;
  block.keys.insert(block.keys.begin(), yaml::bare("on"));
  block.items.insert(block.items.begin(), yaml::bare(today.to_string()));
}

yaml::Node take_only_item(yaml::Node node) {
  yaml::Node item = std::move(node.items.front());
  return item;
}

void fill(std::string& text, std::string_view hole, const std::string& lines) {
  for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + lines.size())) {
    text.replace(at, hole.size(), lines);
  }
}

bool is_dated(std::string_view section) { return section != "evaluation" && section != "participation"; }

}  // namespace

void settle(yaml::Node& node) {
  if (node.kind == yaml::Kind::scalar) {
    if (!node.quoted) node.flow = true;
    while (node.scalar.ends_with('\n'))
      node.scalar.pop_back();
  }
  for (yaml::Node& key : node.keys)
    settle(key);
  for (yaml::Node& item : node.items)
    settle(item);
}

std::optional<Answer> read_answer(std::string path, std::string text, std::string_view section, Diagnostics& findings) {
  auto document = yaml::parse(path, text, findings);
  if (!document) return std::nullopt;
  yaml::Node value = std::move(document->root);
  if (value.kind == yaml::Kind::mapping && value.keys.size() == 1 && value.keys.front().scalar == section)
    value = take_only_item(std::move(value));
  if (value.kind == yaml::Kind::null) {
    findings.error("format", {path, {1, 1, 1}}, "the answer is empty",
                   fmt::format("guerdon {} CASE --template prints one to fill in", section));
    return std::nullopt;
  }
  // A list of one item is that item: the section's value as it stands in a case file.
  if (value.kind == yaml::Kind::sequence && value.items.size() == 1) value = take_only_item(std::move(value));
  settle(value);
  return Answer{std::move(path), std::move(text), std::move(value)};
}

Answer make_answer(std::string_view section, yaml::Node value) {
  const std::string path = fmt::format("<{}>", section);
  const std::string text =
      value.kind == yaml::Kind::mapping ? yaml::emit(value, 0) : yaml::emit_entry(section, value, 0);
  Diagnostics findings;
  auto document = yaml::parse(path, text, findings);
  if (!document) throw Error(Failure::refused, findings.items().front());
  value = std::move(document->root);
  settle(value);
  return {path, text, std::move(value)};
}

std::string answer_template(std::string text, const Case& record, const Scheme& scheme, Date today) {
  std::string skills;
  for (const Skill& skill : scheme.framework.skills)
    skills += fmt::format("#   {:32} {}\n", skill.id, skill.name);
  std::string levels;
  for (const Level& level : scheme.scale.levels)
    levels += fmt::format("#   {} {}\n", level.number, level.word);
  std::string claims;
  if (record.self_assessment) {
    for (const auto& claim : record.self_assessment->skills) {
      claims += fmt::format("  - skill: {}\n    claimed: {}\n    agreed: {}\n", claim.skill.value, claim.level.value,
                            claim.level.value);
    }
  }
  if (claims.empty()) claims = "  - skill: SKILL\n    agreed: LEVEL\n";
  fill(text, "{skills}\n", skills);
  fill(text, "{levels}\n", levels);
  fill(text, "{claims}\n", claims);
  fill(text, "{today}", today.to_string());
  return text;
}

void complete_answer(Answer& answer, std::string_view section, const Case& record, const Scheme& scheme, Date today,
                     Diagnostics& findings) {
  Completion completion(answer.path, record, scheme, findings);
  completion.visit(answer.value);
  if (section == "validation") completion.add_claims(answer.value);
  if (section == "assessments") take_proposals(answer, scheme, findings);
  if (is_dated(section)) add_date(answer.value, today);
  if (section != "participation") return;
  for (yaml::Node& item : answer.value.items)
    add_date(item, today);
}

}  // namespace guerdon
