#include <fmt/format.h>

#include <algorithm>

#include "model/service.h"
#include "process/parties.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// The last confirmation of an organisation up to the issue date, or nullptr.
const Participation::Confirmed* confirmation_of(const Organisation& organisation, const Inquiry& inquiry) {
  const Participation::Confirmed* last = nullptr;
  if (!inquiry.record.participation) return last;
  for (const auto& confirmed : inquiry.record.participation->confirmed) {
    const bool its = organisation.find_staff(confirmed.by.value) != nullptr && confirmed.on.value <= inquiry.issue->on;
    if (its && (last == nullptr || last->on.value <= confirmed.on.value)) last = &confirmed;
  }
  return last;
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
    } else if (const auto service = service_of(record); service && confirmed->on.value < service->first) {
      inquiry.object(confirmed->on.place,
                     fmt::format("{} confirmed on {}, before the service began on {}", organisation->id.value,
                                 confirmed->on.value.to_string(), service->first.to_string()),
                     inquiry.command("participation", fmt::format("--confirm --by {}", coordinator_of(*placement))));
    } else if (record.participation->stated && confirmed->on.value < record.participation->stated->on.value) {
      inquiry.object(
          confirmed->on.place,
          fmt::format("{} confirmed on {}, before the volunteer stated dates and tasks on {}", organisation->id.value,
                      confirmed->on.value.to_string(), record.participation->stated->on.value.to_string()),
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
        "each of two hosts confirms, but none to whom she never came, after the volunteer stated them, and never she "
        "herself, is our decision.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
