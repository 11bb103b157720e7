#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "level", .meaning = "the least level of a claimed skill", .least = 1, .most = 8}};

void check(const Inquiry& inquiry) {
  const int least = inquiry.setting.number("level");
  for (const SelfAssessment::Claim& claim : inquiry.record.self_assessment->skills) {
    if (claim.level.value == 0 || claim.level.value >= least) continue;
    inquiry.object(claim.level.place,
                   fmt::format("{} is claimed at {}, the least is {}", claim.skill.value,
                               level_text(inquiry.scheme, claim.level.value), level_text(inquiry.scheme, least)),
                   "take the skill out, or ask her again: all skills in one answer, " +
                       inquiry.command("self-assess", "--template"));
  }
}

}  // namespace

constinit const Rule self_assessment_level_rule{
    .id = "self-assessment.level",
    .sentence = "Every skill that the volunteer claims is at the least level of the certificate, or above.",
    .why =
        "The network's guide for organisations, 3.2 step 5: the skills for which she thinks she has reached the level "
        "Work Ready. That this "
        "is the third of five levels is our reading of the network's certificate.",
    .when = When::step,
    .section = "self-assessment",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
