#pragma once

#include <cstddef>
#include <string_view>

#include "base/diagnostic.h"

namespace guerdon::yaml {

/// Where the bytes from `offset` on stand; a byte order mark has no column.
Place place_at(std::string_view text, std::size_t offset, std::size_t length);

}  // namespace guerdon::yaml
