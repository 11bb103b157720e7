#pragma once

#include "base/diagnostic.h"
#include "model/case.h"
#include "model/scheme.h"
#include "store/load.h"

namespace guerdon {

/// What was wrong with the files that a case rests on, out of the findings of loading. A birth date that could not be
/// read would pass as none, and a badge's end as none, a gate's number as zero, damaged facts as a certificate that was
/// never issued.
Diagnostics damage_behind(const Root& root, const Case& record, const Scheme& scheme, const Diagnostics& loading);

}  // namespace guerdon
