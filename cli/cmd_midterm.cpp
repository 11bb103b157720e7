#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "cli/skill_list.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> by;
  std::vector<std::string> skills;
  std::vector<std::string> notes;
};

yaml::Node answer(const Options& o, const Context& context) {
  need("midterm", {{!o.by.empty(), "--by"}});
  return yaml::block({{"on", date_node(o.on)},
                      {"by", yaml::row(o.by)},
                      {"skills", o.skills.empty() && o.notes.empty()
                                     ? yaml::Node{}
                                     : skill_list(context, {o.skills, o.notes, "--note", "note", false})}});
}

}  // namespace

Run setup_midterm(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--by", &o->by, "ID", "who held it; may be repeated");
  usage.add("--skill", &o->skills, "SKILL[=LEVEL]",
            "a skill that was looked at, with a level where one can be named; may be repeated");
  usage.add("--note", &o->notes, "SKILL=TEXT|@FILE", "a note on a skill; private, never printed");
  usage.examples = "  guerdon midterm 2026-7kq3h2xd --by luca-bianchi --skill team-work=3 --skill autonomy\n";
  return [o](Context& context) {
    return record(context, *o, {"midterm"}, [&](const Root&, const FoundCase&) { return answer(*o, context); });
  };
}

}  // namespace guerdon
