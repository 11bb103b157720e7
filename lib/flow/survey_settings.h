#pragma once

#include <string>

#include "base/advance.h"
#include "base/date.h"

namespace guerdon {

/// How a workspace is gone through.
struct SurveySettings {
  Date today = {};
  std::string program = {};  ///< tells apart programs that answer otherwise; when empty, nothing is remembered
  unsigned jobs = 1;
  bool wants_people = true;   ///< whether the register of people is asked for
  OnAdvance on_advance = {};  ///< told how far it is
};

}  // namespace guerdon
