#pragma once

#include <optional>

#include "model/practitioner.h"
#include "yaml/node.h"

namespace guerdon {

/// Reads `practitioners/<id>.yaml`, format `practitioner/1`. Reports what does not fit; empty only when the file is of
/// another format.
std::optional<Practitioner> read_practitioner(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
