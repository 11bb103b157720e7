#include <fmt/format.h>

#include <algorithm>

#include "model/service.h"
#include "process/parties.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

constexpr std::string_view roles[] = {"hosting", "coordinating", "sending", "supporting"};
constexpr Parameter parameters[] = {
    {.name = "roles", .meaning = "the roles in which an organisation may issue", .words = roles, .several = true}};

/// Whether the network has the organisation on record in that role; an organisation without roles may take any.
bool acts_as(const Organisation& organisation, const std::string& role) {
  return organisation.roles.empty() || std::any_of(organisation.roles.begin(), organisation.roles.end(),
                                                   [&](const auto& r) { return r.value == role; });
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const auto issuing = issuing_placements(record, inquiry.scheme);
  if (issuing.empty() && !record.placements.empty()) {
    const Placement& first = *placements_begun(record).front();
    const auto allowed = inquiry.setting.words.find("roles");
    inquiry.object(
        first.role.place,
        fmt::format("{} takes part as {} organisation, only a {} one may issue", first.organisation.value,
                    first.role.value, allowed == inquiry.setting.words.end() ? "" : enumerated(allowed->second, "or")),
        "add the placement of the organisation that hosts or coordinates");
  }
  for (const Placement* placement : issuing) {
    const Organisation* organisation = inquiry.world.find_organisation(placement->organisation.value);
    if (organisation == nullptr || acts_as(*organisation, placement->role.value)) continue;
    std::vector<std::string> held;
    for (const auto& role : organisation->roles)
      held.push_back(role.value);
    inquiry.object(placement->role.place,
                   fmt::format("{} is on record as {} organisation, not as {}", placement->organisation.value,
                               enumerated(held), placement->role.value),
                   fmt::format("put the role right here or in {}", organisation->path));
  }
}

}  // namespace

constinit const Rule placement_role_rule{
    .id = "placement.role",
    .sentence = "An organisation issues only for a placement in which it was the hosting or coordinating one.",
    .why =
        "The network's guide for organisations opens with it: each hosting or coordinating organisation can issue the "
        "three documents. "
        "A sending or supporting organisation may sign beside it, never alone.",
    .when = When::issue,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
