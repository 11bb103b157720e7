#include "cli/skill_list.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {

yaml::Node skill_list(const Context& context, const SkillFlags& flags) {
  const std::string option = fmt::format("--{}", flags.naming);
  std::vector<std::string> names;
  std::vector<yaml::Node> entries;
  for (const std::string& skill : flags.skills) {
    const bool rated = flags.level_needed || skill.find('=') != std::string::npos;
    const auto [name, level] = rated ? split_pair(skill, option) : std::pair(skill, std::string());
    names.push_back(name);
    entries.push_back(yaml::block({{std::string(flags.naming), yaml::text(name)},
                                   {std::string(flags.rating), level.empty() ? yaml::Node{} : yaml::bare(level)}}));
  }
  for (const std::string& said : flags.texts) {
    const auto [name, text] = split_pair(said, flags.option);
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end()) {
      throw Error(
          Failure::usage,
          fmt::format("`{} {}` speaks of a {} that no `{}` names", flags.option, sanitized(name), flags.naming, option),
          fmt::format("add {} {}{}", option, sanitized(name), flags.level_needed ? "=LEVEL" : ""));
    }
    yaml::Node& entry = entries[static_cast<std::size_t>(at - names.begin())];
    entry.keys.push_back(yaml::bare(flags.key));
    entry.items.push_back(yaml::text(text_or_file(context, text)));
  }
  return yaml::list(std::move(entries));
}

}  // namespace guerdon
