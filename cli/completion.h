#pragma once

#include <string>
#include <vector>

#include "cli/context.h"

namespace guerdon {

/// A word that is offered where one is being typed.
struct Offer {
  std::string word;
  std::string about;  ///< one line; may be empty
};

/// What may stand in place of the last word of a command line.
struct Completion {
  enum class Paths : std::uint8_t { none, files, folders };

  std::vector<Offer> offers;  ///< not yet held against what is typed already
  Paths paths = Paths::none;  ///< instead of offers: the shell knows the paths
};

/// Completes the last of `words`, which follow the program's name. What is no command line of guerdon has no
/// completion.
Completion complete(Context& context, const std::vector<std::string>& words);

}  // namespace guerdon
