#pragma once

#include <string>

#include "base/date.h"

namespace guerdon {

/// The native speaker who read a locale or a text of a scheme, and the day.
struct Review {
  std::string by;
  Date on;
};

}  // namespace guerdon
