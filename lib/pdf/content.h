#pragma once

#include <string>
#include <vector>

#include "pdf/font_use.h"

namespace guerdon::pdf {

/// The content stream of `page`; `fonts[i]`, cut already, is called `/Fi`. Source: ISO 32000-1, 8 and 9.
std::string content_of(const Page& page, const std::vector<FontUse>& fonts);

}  // namespace guerdon::pdf
