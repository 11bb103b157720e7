#pragma once

#include <string>

#include "cli/context.h"

namespace guerdon {

/// The issue date, `given` with `--on`; today when it is empty. Throws Error{usage} when it is no date, lies in the
/// future, or is another day than today without a reason, which a dry run does not need.
Date issue_day(const Context& context, const std::string& given, const std::string& backdate_because, bool dry_run);

}  // namespace guerdon
