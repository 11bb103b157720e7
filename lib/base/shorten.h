#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace guerdon {

/// `text` on at most `width` columns of a terminal: whole, or its beginning and `…`. No letter loses its marks.
std::string shortened(std::string_view text, std::size_t width);

}  // namespace guerdon
