#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "cli/skill_list.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::vector<std::string> skills;
  std::vector<std::string> reasons;
  std::string scribe;
  std::string assent;
};

yaml::Node answer(const Options& o, const Context& context) {
  need("self-assess", {{!o.skills.empty(), "--skill SKILL=LEVEL"}});
  return yaml::block({{"on", date_node(o.on)},
                      {"scribe", o.scribe.empty() ? yaml::Node{} : yaml::text(o.scribe)},
                      {"assent", o.assent.empty() ? yaml::Node{} : assent_node(context, o.on, o.assent)},
                      {"skills", skill_list(context, {o.skills, o.reasons, "--reason", "reason"})}});
}

/// What was written for her was read to her later: the rest of the section stands.
Report record_assent(Context& context, const Options& o) {
  return record(context, o, {"self-assessment", yaml::EditKind::extend}, [&](const Root& root, const FoundCase& found) {
    const Case before = load_standing(context, root, found).record;
    if (!before.self_assessment)
      throw Error(Failure::refused, Diagnostic{Severity::error,
                                               "self-assessment.present",
                                               {before.path, before.section("self-assessment")},
                                               "the volunteer has not assessed herself: there is nothing to agree to",
                                               fmt::format("guerdon self-assess {} --edit", before.id.value.text)});
    return yaml::block({{"assent", assent_node(context, o.on, o.assent)}});
  });
}

}  // namespace

Run setup_self_assess(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--skill", &o->skills, "SKILL=LEVEL", "a skill and the level she gives herself; may be repeated");
  usage.add("--reason", &o->reasons, "SKILL=@FILE",
            "how the skill was gained; private, never printed; better with --from, which no process list shows");
  usage.add("--scribe", &o->scribe, "ID",
            "who wrote it down for her, staff or a practitioner; she then agrees with --assent");
  usage.add("--assent", &o->assent, "TEXT",
            "how she agreed to what was written for her: read aloud, signed with a cross; private");
  usage.examples =
      "  guerdon self-assess 2026-7kq3h2xd --template >answer.yaml\n"
      "  guerdon self-assess 2026-7kq3h2xd --from answer.yaml\n";
  return [o](Context& context) {
    if (o->skills.empty() && o->scribe.empty() && !o->assent.empty()) return record_assent(context, *o);
    return record(context, *o, {"self-assessment"}, [&](const Root&, const FoundCase&) { return answer(*o, context); });
  };
}

}  // namespace guerdon
