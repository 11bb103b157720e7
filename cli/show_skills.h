#pragma once

#include <string>

#include "base/json.h"
#include "cli/recording.h"

namespace guerdon {

/// The results of formal assessments that hold today, with their complexity, and the EQF indication where the scheme
/// shows one; empty when there is none.
std::string results_text(const Standing& standing);
Json results_json(const Standing& standing);

/// How the skills of the case read elsewhere: other schemes, key competences, ESCO, Europass, ECVET.
std::string crosswalk_text(const Standing& standing);
Json crosswalk_json(const Standing& standing);

}  // namespace guerdon
