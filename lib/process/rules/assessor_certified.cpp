#include <fmt/format.h>

#include "process/acts.h"
#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

std::vector<Span> badges_of(const Practitioner& practitioner, std::string_view role) {
  std::vector<Span> out;
  for (const Practitioner::Badge& badge : practitioner.badges) {
    if (badge.role.value == role) out.push_back(badge.valid);
  }
  return out;
}

void check_all(const Inquiry& inquiry, const std::vector<Acting>& all) {
  for (const Acting& acting : all) {
    const Practitioner* practitioner = inquiry.world.find_practitioner(acting.practitioner.value);
    if (practitioner == nullptr || !was_read(acting.on)) continue;
    if (practitioner->find_badge(acting.role, acting.on) != nullptr) continue;
    inquiry.object(
        acting.practitioner.place,
        fmt::format("{} held no {}'s badge on {}: {}", acting.practitioner.value, acting.role, acting.on.to_string(),
                    why_not_on(badges_of(*practitioner, acting.role), acting.on)),
        fmt::format("name somebody whose badge held on that day, or put the badge right in {}", practitioner->path));
  }
}

void check(const Inquiry& inquiry) {
  check_all(inquiry, tutors_of(inquiry.record));
  check_all(inquiry, assessors_of(inquiry.record));
}

}  // namespace

constinit const Rule assessor_certified_rule{
    .id = "assessor.certified",
    .sentence = "Each assessor held an assessor's badge on the day of the assessment, each tutor a tutor's on hers.",
    .why =
        "The project's page on EPALE: the training gives a badge that says who can act as tutor, assessor or trainer. "
        "That the day of the act counts, and not today, is our decision.",
    .when = When::step,
    .section = "assessments",
    .check = check,
};

}  // namespace guerdon
