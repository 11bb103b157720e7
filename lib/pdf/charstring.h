#pragma once

#include <string>
#include <vector>

#include "pdf/outline.h"

namespace guerdon::pdf {

/// `outline` as a Type 2 charstring of that advance, `usual` being the advance that stands in the font. Source: Adobe
/// TN 5177.
std::string charstring(const std::vector<Segment>& outline, int advance, int usual);

/// Adds `value` as an operand of charstrings and dictionaries. Source: Adobe TN 5177, 3.2.
void append_operand(std::string& out, int value);

}  // namespace guerdon::pdf
