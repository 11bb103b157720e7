#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "base/id.h"
#include "model/organisation.h"

namespace guerdon {

/// A tutor, assessor or trainer: `practitioners/<id>.yaml`, format `practitioner/1`.
struct Practitioner {
  struct Module {
    Located<int> number;
    Located<Date> on;
    bool passed = false;  ///< its final self-assessment test
  };
  /// The course that a badge rests on.
  struct Training {
    Place place;
    Located<Date> from;
    Located<Date> to;
    Located<int> hours;
    std::vector<Module> modules;
    std::vector<Located<Date>> blended;  ///< days of the face-to-face part
  };
  struct Badge {
    Place place;
    Located<std::string> role;  ///< tutor, assessor, trainer
    Span valid;
    Located<std::string> centre;  ///< the service centre that awarded it
  };

  std::string path;
  Located<std::string> id;
  Located<std::string> name;
  std::optional<Located<PersonId>> person;
  std::vector<Located<std::string>> organisations;  ///< those that she works or volunteers for
  std::optional<Training> training;
  std::vector<Badge> badges;

  /// The badge of that role that holds on a day, or nullptr.
  [[nodiscard]] const Badge* find_badge(std::string_view role, Date day) const;
};

}  // namespace guerdon
