#pragma once

#include "cli/context.h"
#include "flow/survey.h"

namespace guerdon {

/// How this program goes through a workspace: today, on all cores, with its cache. A program that has no build id, and
/// could be mistaken for another, keeps none.
SurveySettings survey_settings(const Context& context);

}  // namespace guerdon
