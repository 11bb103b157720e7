#include "flow/answer.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "flow/assess.h"
#include "flow/evidence.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

/// What an answer calls one of the framework's skills.
struct Naming {
  std::string_view key;
  std::string_view rule;
};
constexpr Naming as_skill{"skill", "skills.known"};
constexpr Naming as_competence{"competence", "competences.known"};

constexpr std::string_view not_reached = "not-reached";

/// The words of the scale, as a record holds them.
std::vector<std::string> outcomes_of(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const Level& level : scheme.scale.levels)
    out.push_back(level.id.empty() ? std::to_string(level.number) : level.id);
  return out;
}

class Completion {
 public:
  Completion(const std::string& path, std::string_view section, const Case& record, const Scheme& scheme,
             Diagnostics& findings)
      : path_(path), section_(section), record_(record), scheme_(scheme), findings_(findings) {}

  void visit(yaml::Node& node) {
    store_starrt(node);
    for (std::size_t i = 0; i < node.keys.size(); ++i) {
      const std::string& key = node.keys[i].scalar;
      yaml::Node& item = node.items[i];
      if (key == "competences") store_competences(item);
      if (item.kind != yaml::Kind::scalar) continue;
      if (key == "skill") store_skill(item, as_skill);
      if (key == "competence") store_skill(item, as_competence);
      if (key == "level" || key == "claimed" || key == "agreed") store_level(item);
      if (key == "outcome") store_outcome(item);
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
  void store_competences(yaml::Node& list) {
    if (list.kind != yaml::Kind::sequence) return;
    for (yaml::Node& item : list.items) {
      if (item.kind == yaml::Kind::scalar) store_skill(item, as_competence);
    }
  }

  void store_skill(yaml::Node& node, const Naming& naming) {
    if (const Skill* skill = scheme_.framework.match(node.scalar)) {
      node.scalar = skill->id;
      return;
    }
    const auto near = scheme_.framework.near(node.scalar);
    findings_.error(std::string(naming.rule), {path_, node.place},
                    fmt::format("`{}` is not a {} of {}", sanitized(node.scalar), naming.key, scheme_.id),
                    near.empty() ? list_of_skills() : fmt::format("did you mean {}?", joined_or(near)));
  }

  /// Where all of them can be read.
  [[nodiscard]] std::string list_of_skills() const {
    for (const char* key : {"objectives", "identification"}) {
      const Section* section = scheme_.find_section(key);
      if (section != nullptr && !section->command.empty())
        return fmt::format("guerdon {} {} --template lists them", section->command, record_.id.value.text);
    }
    return fmt::format("{}/competences.yaml lists them", scheme_.folder);
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

  /// How far outcomes are fulfilled is stored as the step's id. An assessment may find that they are not.
  void store_outcome(yaml::Node& node) {
    if (section_ == "assessments" && folded(node.scalar) == folded(not_reached)) {
      node.scalar = not_reached;
      return;
    }
    if (const auto level = scheme_.scale.match(node.scalar)) {
      const std::string& id = scheme_.scale.find(*level)->id;
      node.scalar = id.empty() ? std::to_string(*level) : id;
      node.quoted = false;
      node.flow = true;
      return;
    }
    std::vector<std::string> steps = outcomes_of(scheme_);
    if (section_ == "assessments") steps.emplace_back(not_reached);
    findings_.error("competences.known", {path_, node.place},
                    fmt::format("`{}` is not an outcome of {}", sanitized(node.scalar), scheme_.id),
                    "an outcome is " + joined_or(steps));
  }

  /// The project writes STARRTT, its Polish partner STARRT; a record holds `starrt`.
  static void store_starrt(yaml::Node& node) {
    yaml::Node* story = nullptr;
    for (yaml::Node& key : node.keys) {
      const std::string spelling = folded(key.scalar);
      if (spelling != "starrt" && spelling != "starrtt") continue;
      if (story != nullptr) return;  // told twice: the reader says so
      story = &key;
    }
    if (story != nullptr) story->scalar = "starrt";
  }

  const std::string& path_;
  std::string_view section_;
  const Case& record_;
  const Scheme& scheme_;
  Diagnostics& findings_;
};

/// A portfolio that is told anew keeps the evidence that was taken into it, unless the answer speaks of that too.
void keep_evidence(yaml::Node& answer, const Case& record) {
  if (answer.kind != yaml::Kind::mapping || answer.find("evidence") != nullptr) return;
  if (!record.documentation || record.documentation->evidence.empty()) return;
  std::vector<yaml::Node> all;
  for (const Evidence& evidence : record.documentation->evidence) {
    std::vector<std::string> competences;
    for (const auto& competence : evidence.competences)
      competences.push_back(competence.value);
    all.push_back(evidence_node({evidence.file.value, evidence.sha256.value}, evidence.kind.value, evidence.title.value,
                                competences));
  }
  answer.keys.push_back(yaml::bare("evidence"));
  answer.items.push_back(yaml::list(std::move(all)));
}

void add_date(yaml::Node& block, Date today) {
  if (block.kind != yaml::Kind::mapping || block.find("on") != nullptr) return;
  block.keys.insert(block.keys.begin(), yaml::bare("on"));
  block.items.insert(block.items.begin(), yaml::bare(today.to_string()));
}

yaml::Node take_only_item(yaml::Node node) {
  yaml::Node item = std::move(node.items.front());
  return item;
}

/// What an empty answer leaves open: a text that would be recorded, and printed, as three dots.
void refuse_blanks(const yaml::Node& node, const std::string& path, Diagnostics& findings) {
  for (std::size_t i = 0; i < node.items.size(); ++i) {
    const yaml::Node& item = node.items[i];
    refuse_blanks(item, path, findings);
    if (item.kind != yaml::Kind::scalar || item.scalar != "…") continue;
    const std::string what = i < node.keys.size() ? fmt::format("`{}`", node.keys[i].scalar) : "an item of the list";
    findings.error("format", {path, item.place}, fmt::format("{} was not filled in", what),
                   "write it in place of the dots, or take it out where it may be left away");
  }
}

/// Sections, and lists inside one, whose block has no `on` of its own.
bool is_dated(std::string_view section) {
  return section != "evaluation" && section != "participation" && section != "evidence";
}

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
                   "the same command with --template prints one to fill in");
    return std::nullopt;
  }
  // A list of one item is that item: the section's value as it stands in a case file.
  if (value.kind == yaml::Kind::sequence && value.items.size() == 1) value = take_only_item(std::move(value));
  settle(value);
  return Answer{std::move(path), std::move(text), std::move(value), true};
}

Answer make_answer(std::string_view section, yaml::Node value) {
  const std::string path = fmt::format("<{}>", section);
  const std::string text =
      value.kind == yaml::Kind::mapping ? yaml::emit(value, 0) : yaml::emit_entry(section, value, 0);
  Diagnostics findings;
  auto document = yaml::parse(path, text, findings);
  if (!document) throw Error(Failure::refused, findings.items().front());
  value = std::move(document->root);
  // Nothing was said but that it took place: the date is added when the answer is completed.
  if (value.kind == yaml::Kind::null) value = yaml::block({});
  settle(value);
  return {path, text, std::move(value), false};
}

void complete_answer(Answer& answer, std::string_view section, const Case& record, const Scheme& scheme, Date today,
                     Diagnostics& findings, bool extends) {
  if (answer.from_file) refuse_blanks(answer.value, answer.path, findings);
  Completion completion(answer.path, section, record, scheme, findings);
  completion.visit(answer.value);
  if (section == "validation" && !extends) completion.add_claims(answer.value);
  if (section == "assessments") take_proposals(answer, scheme, findings);
  if (section == "documentation") keep_evidence(answer.value, record);
  if (is_dated(section) && !extends) add_date(answer.value, today);
  if (section != "participation") return;
  for (yaml::Node& item : answer.value.items)
    add_date(item, today);
}

}  // namespace guerdon
