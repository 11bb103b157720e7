#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/certificate.h"
#include "model/locale.h"
#include "model/scheme.h"
#include "model/words.h"

namespace guerdon {

/// What a line `{each-…}` of a text stands for: a phrase for each of something.
using EachWords = std::map<std::string, std::vector<Phrase>>;

/// What words are made of.
struct WordSources {
  const Certificate& certificate;
  const SchemeText& text;
  const Locale& locale;
};

/// Adds the variables of a validation path and its lists: what was assessed, documented, planned, and by whom.
void add_path_words(const WordSources& from, Variables& variables, EachWords& each);

}  // namespace guerdon
