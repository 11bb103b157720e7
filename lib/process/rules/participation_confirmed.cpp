#include <fmt/format.h>

#include <algorithm>

#include "process/parties.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// The confirmation that stands for an organisation on the issue date, or nullptr.
const Participation::Confirmed* confirmation_of(const Organisation& organisation, const Inquiry& inquiry) {
  if (!inquiry.record.participation) return nullptr;
  for (const auto& confirmed : inquiry.record.participation->confirmed) {
    const Staff* staff = organisation.find_staff(confirmed.by.value);
    if (staff != nullptr && confirmed.on.value <= inquiry.issue->on) return &confirmed;
  }
  return nullptr;
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  for (const Placement* placement : issuing_placements(record, inquiry.scheme)) {
    const Organisation* organisation = inquiry.world.find_organisation(placement->organisation.value);
    if (organisation == nullptr) continue;
    const Participation::Confirmed* confirmed = confirmation_of(*organisation, inquiry);
    if (confirmed == nullptr) {
      inquiry.object(record.section("participation"),
                     fmt::format("{} has not confirmed dates and tasks by {}", organisation->id.value,
                                 inquiry.issue->on.to_string()),
                     inquiry.command("participation", fmt::format("--confirm --by {}", coordinator_of(*placement))));
    } else if (identity_of(*organisation->find_staff(confirmed->by.value), record, inquiry.world) != Identity::other) {
      inquiry.object(confirmed->by.place,
                     fmt::format("{}, who confirmed dates and tasks, is the volunteer herself", confirmed->by.value),
                     inquiry.command("participation", "--confirm --by ID"));
    }
  }
}

}  // namespace

constinit const Rule participation_confirmed_rule{
    .id = "participation.confirmed",
    .sentence = "Each organisation that hosted or coordinated confirmed dates and tasks, by a named person.",
    .why =
        "The network's guide for organisations, 3.1: the hosting or coordinating organisation validates what the "
        "volunteer stated. That "
        "each of two hosts confirms, and never the volunteer herself, is our decision.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
