#pragma once

#include <optional>

#include "base/diagnostic.h"
#include "model/scheme.h"

namespace guerdon {

namespace yaml {
struct Document;
}

/// Reads `text/<language>.yaml`, format `scheme-text/1`: the words of one language for the certificates, skills and
/// levels that `scheme` has. Reports what does not fit; empty only when the file is of another format.
std::optional<SchemeText> read_scheme_text(const yaml::Document& document, const Scheme& scheme, Diagnostics& findings);

}  // namespace guerdon
