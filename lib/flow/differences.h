#pragma once

#include <string>
#include <vector>

#include "yaml/node.h"

namespace guerdon {

/// One thing that stands otherwise in the second of two trees.
struct Difference {
  std::vector<std::string> path;       ///< keys, and of list items what they are told by: validation, skills, team-work
  const yaml::Node* before = nullptr;  ///< nullptr for what was added
  const yaml::Node* after = nullptr;   ///< nullptr for what was removed
};

/// Where two trees differ in content, in the order of the second, each at the deepest place that holds it. Items of a
/// list are told by what they are about (skill, competence, rule, …), else by their day, else by number, and the
/// only one of its list by nothing; lists of words differ as a whole. What only one tree has is one difference, but
/// each item of a list its own.
std::vector<Difference> differences(const yaml::Node& before, const yaml::Node& after);

}  // namespace guerdon
