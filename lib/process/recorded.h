#pragma once

#include <string_view>

#include "model/case.h"

namespace guerdon {

/// Whether a section of the case file holds anything: "midterm", "self-assessment". No section counts as recorded.
bool is_recorded(const Case& record, std::string_view section);

}  // namespace guerdon
