#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/service.h"
#include "process/parties.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// "urban gardening (anna-verdi) and carpentry (ugo-neri)": every field that the organisation has a professional in.
std::string fields_of(const Organisation& organisation) {
  std::vector<std::string> fields;
  for (const Staff& staff : organisation.staff) {
    for (const Staff::Profession& profession : staff.professions) {
      fields.push_back(fmt::format("{} ({})", profession.field.value, staff.id.value));
    }
  }
  return fields.empty() ? "no field" : enumerated(fields);
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const Statement& statement = *record.statement;
  if (!statement.field || !statement.professional) return;
  const std::string& professional = statement.professional->value;
  for (const Placement* placement : placements_begun(record)) {
    const Organisation* organisation = inquiry.world.find_organisation(placement->organisation.value);
    const Staff* staff = organisation == nullptr ? nullptr : organisation->find_staff(professional);
    if (staff == nullptr) continue;
    if (identity_of(*staff, record, inquiry.world) != Identity::other) {
      inquiry.object(statement.professional->place,
                     fmt::format("{}, who vouches, is the volunteer herself", professional));
    } else if (find_profession(*staff, statement.field->value) == nullptr) {
      inquiry.object(statement.field->place,
                     fmt::format("{} is no professional in {}: {} has {}", professional,
                                 sanitized(statement.field->value), organisation->id.value, fields_of(*organisation)),
                     fmt::format("name one of these fields, or add the profession in {}", organisation->path));
    }
    return;
  }
  if (find_staff(record, inquiry.world, professional).staff == nullptr) return;
  inquiry.object(statement.professional->place,
                 fmt::format("{} is on the staff of no organisation of this case", professional),
                 "name a professional of the organisation where she served");
}

}  // namespace

constinit const Rule statement_expertise_rule{
    .id = "statement.expertise",
    .sentence = "The organisation has its own professional in the field that the statement judges.",
    .why =
        "The network's page for volunteers: an organisation vouches only in fields where it has professionals of its "
        "own; one without a web "
        "designer cannot vouch for web design.",
    .when = When::step,
    .section = "statement",
    .check = check,
};

}  // namespace guerdon
