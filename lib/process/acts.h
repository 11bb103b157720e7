#pragma once

#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "model/case.h"

namespace guerdon {

/// Something that was recorded as done on a day.
struct Act {
  std::string_view section;  ///< the section of the case that says so
  std::string_view what;     ///< "the volunteer was enrolled"
  Located<Date> on;
};

/// Whether a date is one: what the reader refused, and has reported, stands as the default one.
inline bool was_read(Date day) { return day != Date{}; }

/// Everything that a case records as done. Plans are no acts, nor is what has a date that was refused.
std::vector<Act> acts_of(const Case& record);

}  // namespace guerdon
