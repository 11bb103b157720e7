#pragma once

#include <string>
#include <string_view>

namespace guerdon {

/// `word` as a POSIX shell takes it for one word: as it stands where that is safe, else in single quotes.
std::string shell_word(std::string_view word);

}  // namespace guerdon
