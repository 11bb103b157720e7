#pragma once

#include <optional>
#include <string>

#include "base/date.h"
#include "yaml/reader.h"

namespace guerdon {

/// The native speaker who read a locale or a text of a scheme, and the day.
struct Review {
  std::string by;
  Date on;
};

/// `reviewed:` of such a file; empty when it is absent: nobody has read it.
std::optional<Review> read_review(yaml::Fields& fields, yaml::Reader& reader);

}  // namespace guerdon
