#pragma once

#include <map>
#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "model/scheme.h"

namespace guerdon {

/// The text of every file of a scheme version's folder, by path relative to it ("scheme.yaml", "text/en.yaml").
using SchemeFiles = std::map<std::string, std::string>;

/// Reads one scheme version: `scheme.yaml`, `competences.yaml` and each `text/<language>.yaml`; takes the digest of
/// every file. `folder` is relative to the workspace. Reports what does not fit under `format`; which rules there are
/// and what they take is checked by `check_scheme`. Empty when a file is missing, unreadable or of another format.
std::optional<Scheme> read_scheme(const std::string& folder, const SchemeFiles& files, Diagnostics& findings);

}  // namespace guerdon
