#include <algorithm>
#include <memory>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> skills;
  std::vector<std::string> reasons;
};

yaml::Node answer(const Options& o, const Context& context) {
  need(!o.skills.empty(), "self-assess", "--skill SKILL=LEVEL");
  std::vector<std::string> names;
  std::vector<yaml::Node> claims;
  for (const std::string& skill : o.skills) {
    const auto [name, level] = split_pair(skill, "--skill");
    names.push_back(name);
    claims.push_back(yaml::block({{"skill", yaml::text(name)}, {"level", yaml::bare(level)}}));
  }
  for (const std::string& reason : o.reasons) {
    const auto [name, text] = split_pair(reason, "--reason");
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
      throw Error(Failure::usage, "`--reason " + name + "` speaks of a skill that no `--skill` names",
                  "add --skill " + name + "=LEVEL");
    yaml::Node& claim = claims[static_cast<std::size_t>(at - names.begin())];
    claim.keys.push_back(yaml::bare("reason"));
    claim.items.push_back(yaml::text(text_or_file(context, text)));
  }
  return yaml::block({{"on", date_node(o.on)}, {"skills", yaml::list(std::move(claims))}});
}

}  // namespace

Run setup_self_assess(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--skill", &o->skills, "SKILL=LEVEL", "a skill and the level she gives herself; may be repeated");
  usage.add("--reason", &o->reasons, "SKILL=@FILE",
            "how the skill was gained; private, never printed; better with --from, which no process list shows");
  usage.examples =
      "  guerdon self-assess 2026-7kq3h2xd --template >answer.yaml\n"
      "  guerdon self-assess 2026-7kq3h2xd --from answer.yaml\n";
  return [o](Context& context) {
    return record(context, *o, {"self-assessment"}, [&](const Root&, const FoundCase&) { return answer(*o, context); });
  };
}

}  // namespace guerdon
