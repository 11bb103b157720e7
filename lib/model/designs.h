#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/scheme.h"

namespace guerdon {

/// The file of a design of certificates of that kind, relative to the scheme's folder: the one that the scheme names
/// for no name or for its usual one, else `<kind>-<name>.yaml`. Empty when the scheme's folder has no such file.
std::string design_file(const Scheme& scheme, std::string_view kind, std::string_view usual_file,
                        std::string_view name);

/// The file of the design `asked` for; for none that of the workspace's `preferred` name, which gives way to the usual
/// one where the kind has none of that name. Empty when there is none of the name that was asked for.
std::string chosen_design(const Scheme& scheme, std::string_view kind, const std::string& usual_file,
                          std::string_view asked, std::string_view preferred);

/// The names of all designs of that kind, the usual one first.
std::vector<std::string> design_names(const Scheme& scheme, std::string_view kind);

/// The names of the designs of all kinds of all these schemes, each once.
std::vector<std::string> design_names(const std::map<std::string, Scheme, std::less<>>& schemes);

}  // namespace guerdon
