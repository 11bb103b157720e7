#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "cli/skill_list.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> skills;
  std::vector<std::string> reasons;
};

yaml::Node answer(const Options& o, const Context& context) {
  need(!o.skills.empty(), "self-assess", "--skill SKILL=LEVEL");
  return yaml::block(
      {{"on", date_node(o.on)}, {"skills", skill_list(context, {o.skills, o.reasons, "--reason", "reason"})}});
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
