#pragma once

#include <string>

#include "base/json.h"
#include "model/scheme.h"

namespace guerdon {

/// "days: 20, absences: counted"; empty for a rule without parameters.
std::string parameters_text(const RuleSetting& setting);
Json parameters_json(const RuleSetting& setting);

}  // namespace guerdon
