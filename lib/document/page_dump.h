#pragma once

#include <string>
#include <vector>

#include "document/page.h"

namespace guerdon {

/// Pages as text, one line a mark: indented by the structure it stands in, lengths in mm with two decimals. Equal pages
/// give equal texts.
std::string dump_pages(const std::vector<Page>& pages);

}  // namespace guerdon
