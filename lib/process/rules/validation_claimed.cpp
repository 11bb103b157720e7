#include <fmt/format.h>

#include <algorithm>

#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// A self-assessment cannot change under the validation that repeats it.
constexpr std::string_view anew =
    "if she changed her mind, take the validation out of the file, assess with --replace, then validate anew";

const SelfAssessment::Claim* claim_of(const SelfAssessment& assessment, const std::string& skill) {
  const auto it = std::find_if(assessment.skills.begin(), assessment.skills.end(),
                               [&](const SelfAssessment::Claim& claim) { return claim.skill.value == skill; });
  return it == assessment.skills.end() ? nullptr : &*it;
}

void check_agreement(const Inquiry& inquiry, const SelfAssessment& assessment, const Validation::Agreement& agreement) {
  const std::string& skill = agreement.skill.value;
  const SelfAssessment::Claim* claim = claim_of(assessment, skill);
  if (claim == nullptr && agreement.claimed) {
    inquiry.object(agreement.claimed->place, fmt::format("{} is not claimed in the self-assessment", skill),
                   fmt::format("leave `claimed` out if the organisation added the skill; {}", anew));
  } else if (claim != nullptr && !agreement.claimed) {
    inquiry.object(agreement.place,
                   fmt::format("{} was claimed at {}, the validation does not say so", skill, claim->level.value),
                   fmt::format("add `claimed: {}`", claim->level.value));
  } else if (claim != nullptr && agreement.claimed->value != claim->level.value) {
    inquiry.object(agreement.claimed->place,
                   fmt::format("{} is said to be claimed at {}, the self-assessment claims {}", skill,
                               agreement.claimed->value, claim->level.value),
                   fmt::format("write `claimed: {}`; {}", claim->level.value, anew));
  }
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.validation || !record.self_assessment) return;
  const auto& agreements = record.validation->skills;
  for (const Validation::Agreement& agreement : agreements)
    check_agreement(inquiry, *record.self_assessment, agreement);

  std::vector<std::string> forgotten;
  for (const SelfAssessment::Claim& claim : record.self_assessment->skills) {
    const auto is_it = [&](const Validation::Agreement& agreement) {
      return agreement.skill.value == claim.skill.value;
    };
    if (std::none_of(agreements.begin(), agreements.end(), is_it)) forgotten.push_back(claim.skill.value);
  }
  if (forgotten.empty()) return;
  inquiry.object(record.section("validation"),
                 fmt::format("{} claimed, and neither agreed nor left out: {}",
                             forgotten.size() == 1 ? "one skill is" : "some skills are", enumerated(forgotten)),
                 "say of each what was agreed, or `left-out: true`");
}

}  // namespace

constinit const Rule validation_claimed_rule{
    .id = "validation.claimed",
    .sentence = "What the validation says was claimed is what the self-assessment claims.",
    .why =
        "Our decision: both views stand side by side and neither is altered; a skill that the organisation added has "
        "no claim, a skill that "
        "was left out says so.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
