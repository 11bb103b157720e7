#pragma once

#include <string>
#include <vector>

#include "store/file.h"

namespace guerdon {

/// A case of somebody, as far as a list of them needs it.
struct PersonCase {
  std::string id;
  std::string scheme;
};

/// Every case of a person but that of id `but`, sorted by id. A file that cannot be parsed is passed over.
std::vector<PersonCase> other_cases_of(const Root& root, const std::string& person, const std::string& but);

}  // namespace guerdon
