#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/case.h"
#include "model/scheme.h"
#include "model/world.h"

namespace guerdon {

/// The placements whose organisation may issue and must take part: those that came to be, in a role that the rule
/// `placement.role` names, one for each organisation. All of them where the scheme version does not have that rule.
std::vector<const Placement*> issuing_placements(const Case& record, const Scheme& scheme);

/// Whoever has that staff id, looked for first in the organisations of the placements.
StaffOf find_staff(const Case& record, const World& world, std::string_view id);

/// How a member of staff can turn out to be the volunteer.
enum class Identity : std::uint8_t {
  other,
  same_person,  ///< the staff entry points to the volunteer's person
  same_name     ///< it points to nobody and bears the volunteer's name
};

/// Compares a member of staff with the volunteer of the case: by person id, and by name where the staff entry has none.
Identity identity_of(const Staff& staff, const Case& record, const World& world);

/// Whether two spellings are of one name, whatever their case, their marks and the order of their words.
bool is_same_name(std::string_view one, std::string_view other);

/// As `identity_of`, of a practitioner.
Identity identity_of(const Practitioner& practitioner, const Case& record, const World& world);

/// The profession of the person in that field, by any spelling of it; nullptr when there is none.
const Staff::Profession* find_profession(const Staff& staff, std::string_view field);

/// Whether the person may sign for the organisation on that day.
bool has_mandate(const Staff& staff, Date day);

/// The id of a coordinator of the case, for a command to propose; "ID" when none is on record.
std::string coordinator_of(const Case& record);

/// As `coordinator_of`, of one placement.
std::string coordinator_of(const Placement& placement);

}  // namespace guerdon
