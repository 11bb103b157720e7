#pragma once

#include <string>
#include <vector>

#include "model/scheme.h"

namespace guerdon {

/// The text that the others are measured by: the English one, else the first. Null where the scheme has none.
const SchemeText* reference_text(const Scheme& scheme);

/// What `text` lacks that the scheme's reference text or its framework has, in the order of the file: "parts.host is
/// missing", "words.soft-skills.scale prints no {scale}", "skills.empathy.outcomes is missing". Empty for a complete
/// one. Another form of the same fact, such as the numeral in place of the word, is no gap.
std::vector<std::string> text_gaps(const Scheme& scheme, const SchemeText& text);

}  // namespace guerdon
