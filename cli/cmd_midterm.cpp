#include <memory>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> by;
  std::vector<std::string> skills;
  std::vector<std::string> notes;
};

yaml::Node answer(const Options& o, const Context& context) {
  need(!o.by.empty(), "midterm", "--by");
  std::vector<std::pair<std::string, yaml::Node>> reviews;
  for (const std::string& skill : o.skills) {
    const bool rated = skill.find('=') != std::string::npos;
    const auto [name, level] = rated ? split_pair(skill, "--skill") : std::pair(skill, std::string());
    reviews.emplace_back(
        name, yaml::block({{"skill", yaml::text(name)}, {"level", level.empty() ? yaml::Node{} : yaml::bare(level)}}));
  }
  for (const std::string& note : o.notes) {
    const auto [name, text] = split_pair(note, "--note");
    const auto at = std::find_if(reviews.begin(), reviews.end(),
                                 [&, &wanted = name](const auto& review) { return review.first == wanted; });
    if (at == reviews.end())
      throw Error(Failure::usage, "`--note " + name + "` speaks of a skill that no `--skill` names",
                  "add --skill " + name);
    at->second.keys.push_back(yaml::bare("note"));
    at->second.items.push_back(yaml::text(text_or_file(context, text)));
  }
  std::vector<yaml::Node> skills;
  skills.reserve(reviews.size());
  for (auto& [name, review] : reviews)
    skills.push_back(std::move(review));
  return yaml::block({{"on", date_node(o.on)},
                      {"by", yaml::row(o.by)},
                      {"skills", skills.empty() ? yaml::Node{} : yaml::list(std::move(skills))}});
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
