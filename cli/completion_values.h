#pragma once

#include "cli/completion.h"
#include "cli/usage.h"

namespace guerdon {

/// What may be given for `input`, of which `typed` stands there already: read from the workspace at hand.
Completion values_of(const Context& context, const Input& input, const std::string& typed);

}  // namespace guerdon
