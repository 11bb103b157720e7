#include <fmt/format.h>

#include <algorithm>

#include "process/parties.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// Whether a member of staff coordinates: for this case by its placements, or by office in one of its organisations.
bool coordinates(const std::string& id, const Inquiry& inquiry) {
  return std::any_of(inquiry.record.placements.begin(), inquiry.record.placements.end(),
                     [&](const Placement& placement) {
                       if (placement.coordinator && placement.coordinator->value == id) return true;
                       const Organisation* organisation = inquiry.world.find_organisation(placement.organisation.value);
                       const Staff* staff = organisation == nullptr ? nullptr : organisation->find_staff(id);
                       return staff != nullptr && staff->coordinates;
                     });
}

void check(const Inquiry& inquiry) {
  for (const Objectives& objectives : inquiry.record.objectives) {
    const bool together = std::any_of(objectives.with.begin(), objectives.with.end(),
                                      [&](const auto& id) { return coordinates(id.value, inquiry); });
    if (together) continue;
    inquiry.object(objectives.on.place,
                   fmt::format("the objectives of {} were set without a coordinator", objectives.on.value.to_string()),
                   fmt::format("if one took part, add `with: [{}]`", coordinator_of(inquiry.record)));
  }
}

}  // namespace

constinit const Rule objectives_with_coordinator_rule{
    .id = "objectives.with-coordinator",
    .sentence = "Objectives are set together with a coordinator of the project.",
    .why =
        "The network's guide for organisations, 3.2 step 2: it has to be done together with the coordinator of the "
        "project.",
    .when = When::issue,
    .unless = "if she set them alone",
    .check = check,
};

}  // namespace guerdon
