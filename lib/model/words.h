#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "model/certificate.h"

namespace guerdon {

struct Locale;

/// What a pattern's variables stand for. A value is a phrase: it may carry emphasis and a language of its own. An empty
/// phrase is an absent value. What `{count|…}` chooses by stands under `count|`: a number's plural category, say.
using Variables = std::map<std::string, Phrase, std::less<>>;

/// A phrase of one run, in `language` where that is not the page's; empty for an empty text.
Phrase plain_phrase(const std::string& text, const std::string& language = {});

/// The variables that stay in the words for the page to fill.
bool is_left_for_page(std::string_view variable);

/// What is wrong with a pattern: "`[` is not closed". Empty for a good one.
std::string pattern_fault(std::string_view pattern);

/// A pattern of the scheme with its variables filled: `{name}`; `{?name}` and `{!name}` print nothing; `*strong*`;
/// `_stressed_`;
/// `[…]` goes when a variable in it is empty (for `{!name}`: when it is not). `\` takes a sign as it is. What a
/// variable holds is never read as a pattern. An unknown variable is empty. A capital first letter of a variable asks
/// for one in its value. `{count|one:…|few:…|other:…}` is the pattern behind what `count|` says, else behind `other`.
Phrase expand(std::string_view pattern, const Variables& variables);

/// The phrases as one: `between` separates, `last` before the last one.
Phrase joined(const std::vector<Phrase>& phrases, const std::string& between, const std::string& last);

/// The phrases as the language lists them: `a, b and c`.
Phrase listed(const std::vector<Phrase>& phrases, const Locale& locale);

/// Every variable that a pattern prints or asks for, without the mark before it; not those that only choose.
std::set<std::string> variables_of(std::string_view pattern);

}  // namespace guerdon
