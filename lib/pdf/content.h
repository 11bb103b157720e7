#pragma once

#include <string>
#include <vector>

#include "pdf/font_use.h"
#include "pdf/structure.h"

namespace guerdon::pdf {

/// The content stream of `pages[page]`; `fonts[i]`, cut already, is called `/Fi`, image `i` of `used_images` `/Ii`.
/// What belongs to an element is noted in `structure`, all else an artifact. Source: ISO 32000-1, 8 and 9.
std::string content_of(const std::vector<Page>& pages, std::size_t page, const std::vector<FontUse>& fonts,
                       Structure& structure);

}  // namespace guerdon::pdf
