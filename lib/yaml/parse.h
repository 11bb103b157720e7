#pragma once

#include <optional>
#include <string>

#include "yaml/limits.h"
#include "yaml/node.h"

namespace guerdon::yaml {

/// Reads one YAML document of the kind guerdon keeps: no anchors, aliases, tags, merge keys, duplicate keys, second
/// document, tabs, control or bidirectional characters; UTF-8; at most `max_file_bytes` and `max_depth`. Reports all it
/// finds under `yaml.*`; returns a document only when there was no error.
std::optional<Document> parse(std::string path, std::string text, Diagnostics& findings);

}  // namespace guerdon::yaml
