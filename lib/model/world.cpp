#include "model/world.h"

#include <algorithm>

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

const Event* World::find_event(const CertificateId& certificate) const {
  const auto it = events.find(certificate.text);
  return it == events.end() ? nullptr : in_force(it->second, today);
}

bool World::is_erased(std::string_view case_id) const {
  return std::any_of(events.begin(), events.end(), [&](const auto& of_one) {
    return std::any_of(of_one.second.begin(), of_one.second.end(), [&](const Event& event) {
      return event.kind.value == EventKind::erased && event.case_id && event.case_id->value.text == case_id;
    });
  });
}

StaffOf World::find_staff(std::string_view id) const {
  for (const auto& [key, organisation] : organisations) {
    if (const Staff* staff = organisation.find_staff(id)) return {&organisation, staff};
  }
  return {};
}

}  // namespace guerdon
