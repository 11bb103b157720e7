#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/page.h"

namespace guerdon {

/// The libraries and data that only some pages need, and that these did: FriBidi for text from right to left,
/// libunistring for lines that end where Unicode's rules say, libthai for Thai, libhyphen and the file of patterns for
/// words that were parted, libpng for pictures, those of the importer for drawings and PDF pages. Each with its
/// version; of a file of patterns the SHA-256. `language` is the page's.
std::map<std::string, std::string> used_libraries(const std::vector<Page>& pages, std::string_view language);

/// What `used_libraries` would say of `name` on this machine; empty when it is not here, or none of them.
std::string used_library_version(std::string_view name);

}  // namespace guerdon
