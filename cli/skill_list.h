#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/context.h"
#include "yaml/node.h"

namespace guerdon {

/// What is said of skills on a command line: `--skill team-work=4` and, of some of them, a private text.
struct SkillFlags {
  const std::vector<std::string>& skills;
  const std::vector<std::string>& texts;  ///< `team-work=TEXT` or `team-work=@FILE`
  std::string_view option;                ///< of the texts: "--reason"
  std::string_view key;                   ///< under which they stand: "reason"
  bool level_needed = true;
  std::string_view naming = "skill";  ///< the option and the key that name one: `--competence`
  std::string_view rating = "level";  ///< the key of its level
};

/// The list `skills` of an answer. Throws Error{usage} when a skill lacks its level or a text its skill, Error{access}
/// when a file cannot be read.
yaml::Node skill_list(const Context& context, const SkillFlags& flags);

}  // namespace guerdon
