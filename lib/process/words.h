#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/scheme.h"

namespace guerdon {

// How findings say things.

/// "3 Intermediate (Work Ready)"; the bare number where the scale has no such step.
std::string level_text(const Scheme& scheme, int level);

/// "did you mean `team-work`?"; empty when there is nothing to propose.
std::string did_you_mean(const std::vector<std::string>& near);

/// "orto-sociale, kipos and mosty"; empty for none.
std::string enumerated(const std::vector<std::string>& words, std::string_view conjunction = "and");

}  // namespace guerdon
