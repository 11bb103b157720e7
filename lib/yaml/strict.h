#pragma once

#include <optional>
#include <string_view>

#include "yaml/node.h"

namespace guerdon::yaml {

/// The tree of a record that is written as records usually are: block mappings and lists, values that stand on one
/// line, texts under `|`. Empty for anything else, right or wrong: the full parser reads that. What it gives is what
/// the full parser gives. `text` is UTF-8 without control characters and at most 4 GB.
std::optional<Node> read_strict(std::string_view text);

}  // namespace guerdon::yaml
