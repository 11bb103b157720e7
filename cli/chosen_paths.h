#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace guerdon {

/// Paths of files and folders, relative to the workspace, as somebody named them. Throws Error{usage} for one that is
/// not there or not in it.
std::vector<std::string> chosen_paths(const Context& context, const Root& root, const std::vector<std::string>& named);

}  // namespace guerdon
