#pragma once

#include <optional>
#include <string>

#include "yaml/node.h"

namespace guerdon::yaml {

/// The tree of any YAML that a record may hold, read by yaml-cpp. What is wrong is reported under `yaml`; empty where
/// reading had to stop. `text` is UTF-8; it is not changed.
std::optional<Node> read_full(const std::string& path, std::string& text, Diagnostics& findings);

}  // namespace guerdon::yaml
