#pragma once

#include <optional>

#include "model/organisation.h"
#include "yaml/node.h"

namespace guerdon {

/// Reads `organisations/<id>.yaml`, format `organisation/1`. Reports what does not fit; empty only when the file is of
/// another format.
std::optional<Organisation> read_organisation(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
