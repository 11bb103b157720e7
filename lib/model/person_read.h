#pragma once

#include <optional>

#include "model/person.h"
#include "yaml/node.h"

namespace guerdon {

/// Reads `people/<id>.yaml`, format `person/1`. Reports what does not fit; empty only when the file is of another
/// format.
std::optional<Person> read_person(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
