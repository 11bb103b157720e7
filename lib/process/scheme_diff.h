#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/scheme.h"

namespace guerdon {

/// What changed in one thing of a scheme.
enum class ChangeOf : std::uint8_t { added, removed, changed };

std::string_view to_string(ChangeOf what);

/// One difference between two versions of a scheme, said in words.
struct SchemeChange {
  std::string topic;  ///< scheme, rules, skills, levels, steps, certificates, languages, designs, other files
  ChangeOf what = ChangeOf::changed;
  std::string name;  ///< of what changed: a rule's or a skill's id, a level's number, a language, a file
  std::string text;  ///< "days was 20, is 30"; of what was added or removed, what it is called; may be empty
};

/// What `to` has otherwise than `from`, topic by topic in the order above, with each topic in the order of the schemes.
/// Both must have been read with all languages. Every file that differs is named by some change, or in other files.
std::vector<SchemeChange> scheme_changes(const Scheme& from, const Scheme& to);

}  // namespace guerdon
