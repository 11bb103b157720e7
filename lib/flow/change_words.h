#pragma once

#include <string>

#include "flow/differences.h"
#include "flow/told_changes.h"

namespace guerdon {

/// One difference of a case file in words: "objectives set: Team work (5 March 2026)", "Team work agreed 3 → 4".
std::string words_of(const Difference& difference, const SkillNames& skills);

/// A value for people: a date as 5 March 2026, a list as its items; "…" for what is long.
std::string spoken(const yaml::Node& value);

}  // namespace guerdon
