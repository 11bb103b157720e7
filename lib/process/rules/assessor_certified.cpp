#include <fmt/format.h>

#include <set>

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

/// A badge is worth what the centre is that awarded it.
void check_centre(const Inquiry& inquiry, const Acting& acting, const Practitioner& practitioner,
                  const Practitioner::Badge& badge) {
  const std::string fault = centre_fault(badge, inquiry.world);
  if (fault.empty()) return;
  inquiry.object(acting.practitioner.place,
                 fmt::format("the {}'s badge of {} {}", acting.role, acting.practitioner.value, fault),
                 fmt::format("put `centre:` right in {}, or the memorandum's dates in the organisation's file",
                             practitioner.path));
}

void check_all(const Inquiry& inquiry, const std::vector<Acting>& all) {
  std::set<const Practitioner::Badge*> seen;
  for (const Acting& acting : all) {
    const Practitioner* practitioner = inquiry.world.find_practitioner(acting.practitioner.value);
    if (practitioner == nullptr || !was_read(acting.on)) continue;
    if (const Practitioner::Badge* badge = practitioner->find_badge(acting.role, acting.on)) {
      if (seen.insert(badge).second) check_centre(inquiry, acting, *practitioner, *badge);
      continue;
    }
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
    .sentence =
        "Each assessor held an assessor's badge on the day of the assessment, each tutor a tutor's on hers, awarded by "
        "a service centre.",
    .why =
        "The project's page on EPALE: the training gives a badge that says who can act as tutor, assessor or trainer. "
        "That the day of the act counts, and not today, and for the centre that of the award, is our decision.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
