#pragma once

#include "base/diagnostic.h"
#include "model/scheme.h"

namespace guerdon {

/// Whether a scheme version fits the rules that guerdon knows: no unknown rule, every parameter there, within its
/// bounds and known to its rule. Findings under `format`, in the scheme's `scheme.yaml`.
void check_scheme(const Scheme& scheme, Diagnostics& findings);

}  // namespace guerdon
