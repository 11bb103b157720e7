#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "flow/scheme_versions.h"

namespace guerdon {

// What `guerdon scheme` shows.

/// A scheme version with its certificates, levels, steps, skills, rules, languages and designs, for reading.
std::string scheme_text(const Scheme& scheme, const SchemeUse& use);
/// The same as data.
Json scheme_json(const Scheme& scheme, const SchemeUse& use);

/// Changes by topic, each on a line that begins with `+`, `-` or `~`.
std::string changes_text(const std::vector<SchemeChange>& changes);
Json changes_json(const std::vector<SchemeChange>& changes);

}  // namespace guerdon
