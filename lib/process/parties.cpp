#include "process/parties.h"

#include <algorithm>
#include <iterator>
#include <sstream>

#include "base/text.h"
#include "model/service.h"

namespace guerdon {
namespace {

std::vector<std::string> words_of_name(std::string_view name) {
  std::string key = folded(name);
  std::replace(key.begin(), key.end(), ',', ' ');
  std::istringstream in(key);
  std::vector<std::string> words{std::istream_iterator<std::string>(in), {}};
  std::sort(words.begin(), words.end());
  return words;
}

Identity compared(const std::optional<Located<PersonId>>& person, std::string_view name, const Case& record,
                  const World& world) {
  if (person) return person->value == record.person.value ? Identity::same_person : Identity::other;
  const Person* volunteer = world.find_person(record.person.value.text);
  if (volunteer == nullptr) return Identity::other;
  if (is_same_name(name, volunteer->name.value)) return Identity::same_name;
  return volunteer->latin && is_same_name(name, volunteer->latin->value) ? Identity::same_name : Identity::other;
}

}  // namespace

std::vector<const Placement*> issuing_placements(const Case& record, const Scheme& scheme) {
  const RuleSetting* roles = scheme.find_rule("placement.role");
  std::vector<const Placement*> out;
  for (const Placement* placement : placements_begun(record)) {
    if (roles != nullptr && !roles->has_word("roles", placement->role.value)) continue;
    const auto same = [&](const Placement* p) { return p->organisation.value == placement->organisation.value; };
    if (std::none_of(out.begin(), out.end(), same)) out.push_back(placement);
  }
  return out;
}

StaffOf find_staff(const Case& record, const World& world, std::string_view id) {
  for (const Placement& placement : record.placements) {
    const Organisation* organisation = world.find_organisation(placement.organisation.value);
    if (organisation == nullptr) continue;
    if (const Staff* staff = organisation->find_staff(id)) return {organisation, staff};
  }
  return world.find_staff(id);
}

bool is_same_name(std::string_view one, std::string_view other) { return words_of_name(one) == words_of_name(other); }

Identity identity_of(const Staff& staff, const Case& record, const World& world) {
  return compared(staff.person, staff.name.value, record, world);
}

Identity identity_of(const Practitioner& practitioner, const Case& record, const World& world) {
  return compared(practitioner.person, practitioner.name.value, record, world);
}

const Staff::Profession* find_profession(const Staff& staff, std::string_view field) {
  const std::string wanted = folded(field);
  const auto found = std::find_if(staff.professions.begin(), staff.professions.end(),
                                  [&](const Staff::Profession& p) { return folded(p.field.value) == wanted; });
  return found == staff.professions.end() ? nullptr : &*found;
}

bool has_mandate(const Staff& staff, Date day) {
  return std::any_of(staff.signs.begin(), staff.signs.end(), [&](const Span& span) { return span.holds(day); });
}

std::string coordinator_of(const Placement& placement) {
  return placement.coordinator ? placement.coordinator->value : "ID";
}

std::string coordinator_of(const Case& record) {
  for (const Placement* placement : placements_begun(record)) {
    if (placement->coordinator) return placement->coordinator->value;
  }
  return "ID";
}

}  // namespace guerdon
