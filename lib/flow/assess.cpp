#include "flow/assess.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "process/proposal.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

/// A rating as it is written; empty for what is none, which is reported when the case is read.
std::optional<Assessment::Rating> rating_of(const yaml::Node& criterion, const yaml::Node& value) {
  Assessment::Rating out{{criterion.scalar, criterion.place}, {}};
  if (value.scalar == "not-applicable") return out;
  if (value.scalar.size() != 1 || value.scalar[0] < '1' || value.scalar[0] > '0' + most_rating) return std::nullopt;
  out.value = value.scalar[0] - '0';
  return out;
}

void take_proposal(yaml::Node& result, const Answer& answer, const Scheme& scheme, Diagnostics& findings) {
  const yaml::Node* name = result.find("competence");
  const yaml::Node* ratings = result.find("ratings");
  const yaml::Node* outcome = result.find("outcome");
  const Skill* competence = name != nullptr ? scheme.framework.match(name->scalar) : nullptr;
  if (competence == nullptr || ratings == nullptr || (outcome != nullptr && outcome->kind != yaml::Kind::null)) return;
  std::vector<Assessment::Rating> rated;
  for (std::size_t i = 0; i < ratings->keys.size(); ++i) {
    if (auto rating = rating_of(ratings->keys[i], ratings->items[i])) rated.push_back(std::move(*rating));
  }
  const auto proposal = proposal_of(*competence, rated, scheme);
  if (!proposal || !proposal->unrated.empty()) return;
  if (!proposal->level) {
    findings.error("assessment.proposal", {answer.path, result.place},
                   fmt::format("{} has no outcome, and its ratings propose none", competence->id),
                   arithmetic_of(*proposal, scheme).front() + "\nsay `outcome:`, and why under `because:`");
    return;
  }
  const yaml::Node word = yaml::bare(outcome_word(scheme.scale, *proposal->level));
  if (outcome != nullptr) {
    result.items[static_cast<std::size_t>(outcome - result.items.data())] = word;
    return;
  }
  const auto behind = ratings - result.items.data() + 1;
  result.keys.insert(result.keys.begin() + behind, yaml::bare("outcome"));
  result.items.insert(result.items.begin() + behind, word);
}

}  // namespace

void take_proposals(Answer& answer, const Scheme& scheme, Diagnostics& findings) {
  yaml::Node& assessment = answer.value;
  for (std::size_t i = 0; i < assessment.keys.size(); ++i) {
    if (assessment.keys[i].scalar != "competences") continue;
    for (yaml::Node& result : assessment.items[i].items) {
      if (result.kind == yaml::Kind::mapping) take_proposal(result, answer, scheme, findings);
    }
  }
}

}  // namespace guerdon
