#pragma once

#include <string>

#include "cli/context.h"

namespace guerdon {

/// `status --view WHO`: a table of candidates, tutors, assessors or centres, of one centre where its id is given.
/// Throws Error{usage} for another word, or an id that is no service centre's.
Report status_view(Context& context, const std::string& view, const std::string& centre);

}  // namespace guerdon
