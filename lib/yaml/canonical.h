#pragma once

#include <string>
#include <vector>

#include "yaml/edit.h"
#include "yaml/node.h"

namespace guerdon::yaml {

/// The text of `document` in the one layout that guerdon writes: two spaces a level, lists indented, rows and texts as
/// `emit` has them, the modeline first, the sections in the order of `sections`, each under its banner, a blank line
/// before a banner that follows something. Every value and every comment is kept, quotes where they were; the order of
/// keys is kept but that of whole sections; lines under `|` and `>` stay as they are. Laying out the result changes
/// nothing. Throws Error{refused} where that cannot be had.
std::string canonical(const Document& document, const std::vector<SectionName>& sections);

}  // namespace guerdon::yaml
