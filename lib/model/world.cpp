#include "model/world.h"

namespace guerdon {

const Organisation* World::find_organisation(std::string_view id) const {
  const auto it = organisations.find(id);
  return it == organisations.end() ? nullptr : &it->second;
}

const Practitioner* World::find_practitioner(std::string_view id) const {
  const auto found = practitioners.find(id);
  return found != practitioners.end() ? &found->second : nullptr;
}

const Person* World::find_person(std::string_view id) const {
  const auto it = people.find(id);
  return it == people.end() ? nullptr : &it->second;
}

StaffOf World::find_staff(std::string_view id) const {
  for (const auto& [key, organisation] : organisations) {
    if (const Staff* staff = organisation.find_staff(id)) return {&organisation, staff};
  }
  return {};
}

}  // namespace guerdon
