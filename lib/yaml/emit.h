#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "yaml/node.h"

namespace guerdon::yaml {

/// A text: quoted when another reader could take it for something else.
Node text(std::string_view value);
/// A word of guerdon's own that is never quoted: a date, a number, an id.
Node bare(std::string_view value);
/// A text that is always quoted, such as a country code.
Node quoted(std::string_view value);
/// A block of keys; null values are left out.
Node block(const std::vector<std::pair<std::string, Node>>& entries);
Node list(std::vector<Node> items);
/// A list of words on one line: `[luca-bianchi, marta-ferrero]`.
Node row(const std::vector<std::string>& words);

/// `value` as lines of YAML, each indented by `indent` and ended by a newline: block style, two spaces a level, lists
/// indented, texts of several lines as `|`. Reading them back gives `value`.
std::string emit(const Node& value, std::size_t indent);

/// `key: value` in the same style.
std::string emit_entry(std::string_view key, const Node& value, std::size_t indent);

}  // namespace guerdon::yaml
