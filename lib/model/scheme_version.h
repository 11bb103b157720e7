#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/scheme.h"

namespace guerdon {

/// Scheme versions by id.
using SchemeVersions = std::map<std::string, Scheme, std::less<>>;

/// What all versions of a scheme are called: "glore" of glore-1.
std::string family_of(const Scheme& scheme);

/// Whether a version came before another: runs of digits by their value, everything else by bytes.
bool is_older_version(std::string_view left, std::string_view right);

/// The version behind this one: its last run of digits counted up, "2" behind "1"; "-2" behind one without digits.
std::string next_version(const std::string& version);

/// The newest version of a family, "glore"; nullptr when there is none.
const Scheme* newest_version(const SchemeVersions& versions, std::string_view family);

/// The version of that id, else the newest of that family; nullptr when there is neither.
const Scheme* find_version(const SchemeVersions& versions, std::string_view name);

}  // namespace guerdon
