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

/// Who judges an appeal is neither the volunteer nor of an organisation whose view is appealed.
void check_appeal(const Inquiry& inquiry, const Validation::Appeal& appeal) {
  const Case& record = inquiry.record;
  if (appeal.by.empty())
    inquiry.object(appeal.place, "nobody judged the appeal", "name the second reviewer under `by:`");
  for (const Located<std::string>& id : appeal.by) {
    for (const Placement& placement : record.placements) {
      const Organisation* organisation = inquiry.world.find_organisation(placement.organisation.value);
      if (organisation == nullptr || organisation->find_staff(id.value) == nullptr) continue;
      inquiry.object(id.place,
                     fmt::format("{} is of {}: an appeal is judged by somebody outside the organisations of the case",
                                 id.value, organisation->id.value),
                     "name a member of staff of another organisation, or a practitioner");
      break;
    }
    const Staff* staff = inquiry.world.find_staff(id.value).staff;
    if (staff != nullptr && identity_of(*staff, record, inquiry.world) != Identity::other)
      inquiry.object(id.place, fmt::format("{} is the volunteer: nobody judges her own appeal", id.value));
  }
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const Place place = record.section("validation");
  if (!record.validation->volunteer) {
    inquiry.object(place, "the validation does not say how the volunteer took part",
                   "add `volunteer: present` or `volunteer: remote`");
  }
  if (const auto& appeal = record.validation->appeal) {
    check_appeal(inquiry, *appeal);
    // The organisation had its say; the second reviewer stands in for it.
    if (appeal->decision.value == "granted") return;
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
        "The volunteer and a named person of each hosting or coordinating organisation took part in the validation; "
        "an appeal was judged by somebody outside of them.",
    .why =
        "The network's guide for organisations, 3.2 step 6: volunteer and organisation meet. Of two hosts each takes "
        "part, on the spot or at "
        "a distance; the volunteer cannot speak for the organisation. Our decision: where the organisation refuses and "
        "she "
        "appeals, the second reviewer who grants it stands in for it.",
    .when = When::step,
    .section = "validation",
    .check = check,
};

}  // namespace guerdon
