#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/case.h"
#include "model/scheme.h"
#include "yaml/node.h"

namespace guerdon {

/// The scheme versions of a workspace, by id.
using Schemes = std::map<std::string, Scheme, std::less<>>;

/// Reads `cases/<year>/<id>.yaml`, format `case/1`. The scheme that the case names says which banners and which words
/// for levels there are; one that is not among `schemes` is a finding `case.ids`. Empty only when the file is of
/// another format.
std::optional<Case> read_case(const yaml::Document& document, const Schemes& schemes, Diagnostics& findings);

}  // namespace guerdon
