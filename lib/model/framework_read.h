#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "model/framework.h"

namespace guerdon {

namespace yaml {
struct Document;
}

/// Reads `competences.yaml`, format `competences/1`. Reports what does not fit, ids and spellings that mean two skills
/// included; empty only when the file is of another format.
std::optional<Framework> read_framework(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
