#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/certificate.h"
#include "model/event.h"
#include "model/organisation.h"
#include "model/person.h"
#include "model/practitioner.h"
#include "model/scheme.h"
#include "model/today.h"

namespace guerdon {

/// A certificate that was issued, and the file its facts stand in.
struct Issued {
  std::string path;
  Certificate certificate;
};

/// A member of staff and the organisation that employs them.
struct StaffOf {
  const Organisation* organisation = nullptr;
  const Staff* staff = nullptr;
};

/// What a case refers to: every other record of the workspace, and the day on which it is looked at.
struct World {
  Today today;
  std::map<std::string, Organisation, std::less<>> organisations;
  std::map<std::string, Person, std::less<>> people;                ///< by id
  std::map<std::string, Practitioner, std::less<>> practitioners;   ///< by id
  std::map<std::string, Scheme, std::less<>> schemes;               ///< by id
  std::multimap<std::string, Issued, std::less<>> issued;           ///< by case id
  std::map<std::string, std::vector<Event>, std::less<>> events;    ///< by certificate id, by their numbers
  std::multimap<std::string, std::string, std::less<>> case_paths;  ///< by case id: more than one is a duplicate

  [[nodiscard]] const Organisation* find_organisation(std::string_view id) const;
  [[nodiscard]] const Person* find_person(std::string_view id) const;
  [[nodiscard]] const Practitioner* find_practitioner(std::string_view id) const;
  /// Whoever has that staff id, in whichever organisation; both null when nobody does.
  [[nodiscard]] StaffOf find_staff(std::string_view id) const;
  /// What decides today how a certificate stands; nullptr when it simply holds.
  [[nodiscard]] const Event* find_event(const CertificateId& certificate) const;
  /// Whether the tombstone of an erased certificate names that case: its person's file may be gone.
  [[nodiscard]] bool is_erased(std::string_view case_id) const;
};

}  // namespace guerdon
