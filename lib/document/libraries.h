#pragma once

#include <map>
#include <string>

namespace guerdon {

/// The libraries that shape and break what stands on pages, and the version of each as it answers itself:
/// another one may give another page.
std::map<std::string, std::string> text_libraries();

}  // namespace guerdon
