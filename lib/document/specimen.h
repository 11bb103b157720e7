#pragma once

#include <string_view>
#include <vector>

#include "document/page.h"

namespace guerdon {

/// Sets `word` across each page, large and pale, under all that stands on it: decoration, not read aloud.
void mark_specimen(std::vector<Page>& pages, std::string_view word, std::string_view language, const Fonts& fonts,
                   Shaper& shaper);

}  // namespace guerdon
