#pragma once

#include "flow/record.h"
#include "model/scheme.h"

namespace guerdon {

/// Gives each result of an assessment's answer that says no outcome the one that its ratings propose: who leaves it
/// away takes the proposal. Reports a result whose ratings, all given, propose none. Does nothing under a scheme that
/// proposes nothing.
void take_proposals(Answer& answer, const Scheme& scheme, Diagnostics& findings);

}  // namespace guerdon
