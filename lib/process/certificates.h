#pragma once

#include <string_view>
#include <vector>

#include "process/rule.h"

namespace guerdon {

/// The certificates of a case that hold: those that no other one replaces, in the order of the workspace.
std::vector<const Issued*> issued_of(const Case& record, const World& world);

/// The first of them of that kind, and in that language where one is named; nullptr when there is none.
const Issued* find_issued(const Case& record, const World& world, std::string_view kind,
                          std::string_view language = {});

/// Whether a kind of certificate has been issued for the case, or is in the act that is judged.
bool is_issued_or_together(const Inquiry& inquiry, std::string_view kind);

}  // namespace guerdon
