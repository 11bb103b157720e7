#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"

namespace guerdon {

/// A stretch of days, both counted; open where an end is empty.
struct Span {
  std::optional<Located<Date>> from;
  std::optional<Located<Date>> to;

  [[nodiscard]] bool holds(Date day) const { return (!from || from->value <= day) && (!to || day <= to->value); }
};

/// A member of an organisation's staff.
struct Staff {
  /// A field the person works in as a professional: "urban gardening", "Agronomist".
  struct Profession {
    Located<std::string> field;
    std::string title;
  };

  Located<std::string> id;
  Located<std::string> name;
  std::string title;  ///< as printed under the name: "President"
  std::optional<Located<PersonId>> person;
  bool coordinates = false;
  std::vector<Span> signs;  ///< when the person had the mandate to sign
  std::vector<Profession> professions;
};

/// Being a service centre of the validation system, from the day of the memorandum.
struct Centre {
  Located<std::string> level;  ///< local, national, international
  Span span;
};

/// The end of an organisation.
struct Closing {
  Located<Date> on;                               ///< its last day
  std::optional<Located<std::string>> successor;  ///< the organisation that it became part of, or that took over
};

/// The picture that stands for an organisation on its certificates: a file beside its record.
struct Logo {
  Located<std::string> file;
  std::string sha256;  ///< of the file; empty where it cannot be read

  /// How facts and the workspace's `images/` call it, "<sha256>.png"; empty where it cannot be read.
  [[nodiscard]] std::string kept_name() const;
};

/// The path in a workspace of the file `name` beside the records of organisations.
std::string organisation_file(const std::string& name);

/// A member of the network: `organisations/<id>.yaml`, format `organisation/1`.
struct Organisation {
  /// A name that held until a day, that day included.
  struct FormerName {
    std::string name;
    Date until;
  };

  std::string path;
  Located<std::string> id;
  Located<std::string> name;
  std::string place;    ///< town
  std::string country;  ///< ISO 3166 alpha-2
  std::vector<Located<std::string>> roles;
  std::vector<Span> member;
  std::vector<Centre> centre;
  std::vector<FormerName> former_names;
  std::optional<Closing> closed;
  std::optional<Logo> logo;
  std::vector<Staff> staff;

  /// The name on a day.
  [[nodiscard]] const std::string& name_on(Date day) const;
  /// The member of staff of that id, or nullptr.
  [[nodiscard]] const Staff* find_staff(std::string_view wanted) const;
};

}  // namespace guerdon
