#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/certificate.h"

namespace guerdon {

/// What a pattern's variables stand for. A value is a phrase: it may carry emphasis of its own. An empty phrase is an
/// absent value.
using Variables = std::map<std::string, Phrase, std::less<>>;

/// The variables that stay in the words for the page to fill.
bool is_left_for_page(std::string_view variable);

/// What is wrong with a pattern: "`[` is not closed". Empty for a good one.
std::string pattern_fault(std::string_view pattern);

/// A pattern of the scheme with its variables filled: `{name}`; `{?name}` and `{!name}` print nothing; `*strong*`;
/// `_stressed_`;
/// `[…]` goes when a variable in it is empty (for `{!name}`: when it is not). `\` takes a sign as it is. What a
/// variable holds is never read as a pattern. An unknown variable is empty. A capital first letter of a variable asks
/// for one in its value.
Phrase expand(std::string_view pattern, const Variables& variables);

/// The phrases as one: `between` separates, `last` before the last one.
Phrase joined(const std::vector<Phrase>& phrases, const std::string& between, const std::string& last);

}  // namespace guerdon
