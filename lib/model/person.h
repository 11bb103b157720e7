#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"

namespace guerdon {

/// Which form of the name a certificate prints.
enum class NameForm : std::uint8_t { native, latin, both };

/// A volunteer: `people/<id>.yaml`, format `person/1`.
struct Person {
  /// A name the person bore before; never printed when `hidden`.
  struct FormerName {
    std::string name;
    Date until;
    bool hidden = false;
  };
  /// A guardian's consent for a minor.
  struct Consent {
    Located<std::string> guardian;
    Located<Date> on;
    std::optional<Located<Date>> until;
  };

  std::string path;
  Located<PersonId> id;
  Located<std::string> name;  ///< as the person writes it
  std::optional<Located<std::string>> latin;
  std::optional<std::string> sort;
  NameForm print = NameForm::native;
  std::optional<Located<Date>> born;
  bool adult = false;  ///< known to be of age though the birth date is not on record
  std::optional<Located<std::string>> email;
  std::vector<std::string> languages;
  std::vector<Consent> consents;
  std::vector<FormerName> former_names;
  std::optional<Located<PersonId>> same_as;
};

}  // namespace guerdon
