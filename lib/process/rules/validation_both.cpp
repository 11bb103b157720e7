#include <fmt/format.h>

#include <algorithm>

#include "process/parties.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// Whether somebody of the organisation, other than the volunteer, took part.
bool took_part(const Organisation& organisation, const Inquiry& inquiry) {
  const auto& by = inquiry.record.validation->by;
  return std::any_of(by.begin(), by.end(), [&](const auto& id) {
    const Staff* staff = organisation.find_staff(id.value);
    return staff != nullptr && identity_of(*staff, inquiry.record, inquiry.world) == Identity::other;
  });
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const Place place = record.section("validation");
  if (!record.validation->volunteer) {
    inquiry.object(place, "the validation does not say how the volunteer took part",
                   "add `volunteer: present` or `volunteer: remote`");
  }
  for (const Placement* placement : issuing_placements(record, inquiry.scheme)) {
    const Organisation* organisation = inquiry.world.find_organisation(placement->organisation.value);
    if (organisation == nullptr || took_part(*organisation, inquiry)) continue;
    inquiry.object(place, fmt::format("nobody of {} took part in the validation", organisation->id.value),
                   fmt::format("if somebody did, name them under `by:`, as in `by: [{}]`", coordinator_of(*placement)));
  }
}

}  // namespace

constinit const Rule validation_both_rule{
    .id = "validation.both",
    .sentence =
        "The volunteer and a named person of each hosting or coordinating organisation took part in the validation.",
    .why =
        "The network's guide for organisations, 3.2 step 6: volunteer and organisation meet. Of two hosts each takes "
        "part, on the spot or at "
        "a distance; the volunteer cannot speak for the organisation.",
    .when = When::step,
    .section = "validation",
    .check = check,
};

}  // namespace guerdon
