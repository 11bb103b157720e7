#pragma once

#include "base/diagnostic.h"
#include "flow/register.h"
#include "model/world.h"
#include "store/file.h"

namespace guerdon {

/// The life of certificates after their issue: what the events of `events/` name exists, their files are numbered from
/// 1 without gaps, their days follow each other, and each is possible after those before it. Findings are of `case.ids`
/// and `case.dates`.
void check_events(const Root& root, const World& world, const std::vector<KnownCertificate>& certificates,
                  Diagnostics& findings);

}  // namespace guerdon
