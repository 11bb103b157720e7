#pragma once

#include <string>
#include <vector>

#include "store/file.h"

namespace guerdon {

/// A case as a person names it, found.
struct FoundCase {
  std::string id;
  std::string path;
};

/// What may name a case.
enum class Naming : std::uint8_t {
  any,   ///< full id, id prefix of three or more, path, or whole words of the volunteer's name
  exact  ///< full id or path: for writing commands without a terminal
};

/// Whether every word of `wanted` is a whole word of `name`, case and accents folded; false when there are none.
bool has_words(const std::string& name, const std::string& wanted);

/// The one case that `word` names. Throws Error{usage} when none or more than one does, with the list.
FoundCase find_case(const Root& root, const std::string& word, Naming naming);

/// The name of the volunteer of the case at `path`; empty when it is not known.
std::string volunteer_name(const Root& root, const std::string& path);

}  // namespace guerdon
