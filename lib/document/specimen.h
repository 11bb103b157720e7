#pragma once

#include <string_view>
#include <vector>

#include "document/page.h"

namespace guerdon {

/// Sets `word` across each page, large and pale, under all that stands on it: decoration, not read aloud.
void mark_specimen(std::vector<Page>& pages, std::string_view word, std::string_view language, const Font& font,
                   Shaper& shaper);

}  // namespace guerdon
