#pragma once

#include <string>
#include <string_view>

#include "process/rule.h"

namespace guerdon {

/// Whether the framework has the skill of this id; objects where it has not, with the id that a spelling means or the
/// nearest ones. `what` is the scheme's word for it: skill, competence. An empty id was reported already.
bool is_known(const Inquiry& inquiry, const Located<std::string>& id, std::string_view what);

}  // namespace guerdon
