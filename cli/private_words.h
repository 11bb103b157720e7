#pragma once

#include <cstdint>
#include <string>

#include "cli/print.h"

namespace guerdon {

/// How many bytes of a line of a record may be shown: all but a volunteer's private words, whose key (`reason`, `note`,
/// `aim`, `because`) stands on the line or on one that it continues.
std::size_t public_length(Sources& sources, const std::string& path, std::uint32_t line);

}  // namespace guerdon
