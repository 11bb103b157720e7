#pragma once

#include <string>
#include <vector>

#include "model/assessment.h"

namespace guerdon {

/// To what of the European Qualifications Framework a scheme version says that a complexity is comparable. An
/// indication: no level is ever awarded.
struct Eqf {
  struct Row {
    std::string complexity;  ///< "mid-high"
    std::string comparable;  ///< "4 or 5": stands behind "comparable to EQF level"
  };
  bool indication = false;  ///< whether it is shown at all
  std::vector<Row> table;   ///< upwards, a row for each step of complexity; may be empty while nothing is shown

  /// "4 or 5" for the lowest of context, task and autonomy: the indication promises no more than each of them does.
  /// Empty where none is shown, or a step is unknown.
  [[nodiscard]] std::string comparable_to(const Assessment::Complexity& complexity) const;
};

}  // namespace guerdon
