#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "yaml/arrange.h"
#include "yaml/edit.h"
#include "yaml/node.h"

namespace guerdon::yaml {

/// What a text was laid out as.
struct LaidLines {
  std::vector<LaidLine> lines;
  std::vector<std::string> comments;  ///< in the order of the text they came from
};

/// The values and comments of `document`, each on its line, in the order in which they stand. Throws Astray where the
/// text is not what the tree says.
LaidLines lay_lines(const Document& document, const std::vector<SectionName>& sections);

/// Whether a comment is the banner of one of the sections.
bool is_banner(std::string_view comment, const std::vector<SectionName>& sections);

}  // namespace guerdon::yaml
