#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> with;
  std::vector<std::string> aims;
};

yaml::Node answer(const Options& o, const Context& context) {
  need("set-objectives", {{!o.aims.empty(), "--aim SKILL=TEXT"}});
  std::vector<yaml::Node> skills;
  for (const std::string& aim : o.aims) {
    const auto [skill, text] = split_pair(aim, "--aim");
    skills.push_back(yaml::block({{"skill", yaml::text(skill)}, {"aim", yaml::text(text_or_file(context, text))}}));
  }
  return yaml::block({{"on", date_node(o.on)},
                      {"with", o.with.empty() ? yaml::Node{} : yaml::row(o.with)},
                      {"skills", yaml::list(std::move(skills))}});
}

}  // namespace

Run setup_set_objectives(Usage& usage) {
  const auto o = std::make_shared<Options>();
  o->is_list = true;
  add_step_options(usage, *o);
  usage.add("--with", &o->with, "ID", "the coordinator they were set with; may be repeated");
  usage.add("--aim", &o->aims, "SKILL=TEXT|@FILE", "a skill and what she wants to be able to do; may be repeated");
  usage.examples =
      "  guerdon set-objectives 2026-7kq3h2xd --with luca-bianchi --aim \"team work=Lead the Saturday group by "
      "June\"\n";
  return [o](Context& context) {
    return record(context, *o, {"objectives", yaml::EditKind::append},
                  [&](const Root&, const FoundCase&) { return answer(*o, context); });
  };
}

}  // namespace guerdon
