#include <fmt/format.h>

#include <set>

#include "process/acts.h"
#include "process/assessing.h"
#include "process/rules/all.h"
#include "process/training.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "hours", .meaning = "the least hours of the training", .least = 0, .most = 1000},
    {.name = "modules", .meaning = "the modules whose final test is passed", .least = 0, .most = 20}};

void check(const Inquiry& inquiry) {
  std::vector<Acting> all = tutors_of(inquiry.record);
  const std::vector<Acting> assessors = assessors_of(inquiry.record);
  all.insert(all.end(), assessors.begin(), assessors.end());
  std::set<const Practitioner::Badge*> seen;
  for (const Acting& acting : all) {
    const Practitioner* practitioner = inquiry.world.find_practitioner(acting.practitioner.value);
    if (practitioner == nullptr || !was_read(acting.on)) continue;
    const Practitioner::Badge* badge = practitioner->find_badge(acting.role, acting.on);
    if (badge == nullptr || !seen.insert(badge).second) continue;
    for (const std::string& fault : training_faults(*practitioner, *badge, inquiry.setting)) {
      inquiry.object(acting.practitioner.place,
                     fmt::format("the {}'s badge of {} {}", acting.role, acting.practitioner.value, fault),
                     fmt::format("put the training or the badge right in {}", practitioner->path));
    }
  }
}

}  // namespace

constinit const Rule training_complete_rule{
    .id = "training.complete",
    .sentence =
        "The badge by which a tutor or assessor acted rests on a complete training: its hours, its modules with their "
        "final tests passed, a day of the blended part.",
    .why =
        "The project's page on EPALE: about 20 hours over about two months, five online modules, each with a final "
        "test, and a blended part. That it was complete before the badge began is our decision.",
    .when = When::always,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
