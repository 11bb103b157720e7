#pragma once

#include <optional>

#include "model/review.h"
#include "yaml/reader.h"

namespace guerdon {

/// `reviewed:` of a locale or a text; empty when it is absent: no native speaker has read it.
std::optional<Review> read_review(yaml::Fields& fields, yaml::Reader& reader);

}  // namespace guerdon
