#include <fmt/format.h>

#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  if (!inquiry.record.self_assessment) return;
  for (const SelfAssessment::Claim& claim : inquiry.record.self_assessment->skills) {
    if (claim.reason && !claim.reason->value.empty()) continue;
    inquiry.object(claim.place, fmt::format("{} has no account of how it was gained", claim.skill.value),
                   "add her own words as its `reason`: it is never printed");
  }
}

}  // namespace

constinit const Rule self_assessment_reason_rule{
    .id = "self-assessment.reason",
    .sentence = "For every skill that she claims the volunteer says how she gained it; this is never printed.",
    .why =
        "The network's page for volunteers: for each skill she describes how and how far it was gained. It supports "
        "the discussion and "
        "stays off the certificate.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
