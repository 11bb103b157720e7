#pragma once

#include <string>
#include <vector>

#include "process/path.h"

namespace guerdon {

/// The stay drawn in characters, from its first day to its last, with a line for each step.
struct Timeline {
  std::string head;                ///< first and last day above the ends
  std::vector<std::string> lines;  ///< one a step, of 40 columns: `──●──░░░░──│────`
};

/// ● the step was taken, ◆ the day by which it is wanted, ░ the stretch of the stay in which the scheme wants it,
/// │ today. What lies before the first day or after the last stands at that end. Empty where no stay is recorded.
Timeline timeline_of(const Case& record, const Scheme& scheme, const std::vector<Step>& steps, Date today);

}  // namespace guerdon
