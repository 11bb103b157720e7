#pragma once

#include "base/diagnostic.h"
#include "base/packed.h"

namespace guerdon {

/// Adds findings in their order.
void add(Packed& packed, const Diagnostics& findings);

/// The findings that `add` wrote; none where the bytes fit nothing.
Diagnostics findings_from(Unpacked& packed);

}  // namespace guerdon
