#pragma once

#include <string_view>
#include <vector>

#include "process/rule.h"

namespace guerdon {

/// The certificates issued for the case, in the order of the workspace.
std::vector<const Issued*> issued_of(const Inquiry& inquiry);

/// Whether another certificate of the case stands in for this one.
bool is_replaced(const Inquiry& inquiry, const Certificate& certificate);

/// Whether a kind of certificate has been issued for the case, or is in the act that is judged.
bool is_issued_or_together(const Inquiry& inquiry, std::string_view kind);

}  // namespace guerdon
