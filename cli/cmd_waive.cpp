#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string rule;
  std::string by;
  std::string because;
};

yaml::Node answer(const Options& o, const Context& context) {
  need("waive", {{!o.rule.empty(), "RULE"}, {!o.by.empty(), "--by"}, {!o.because.empty(), "--because"}});
  return yaml::block({{"rule", yaml::text(o.rule)},
                      {"by", yaml::text(o.by)},
                      {"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)},
                      {"because", yaml::text(text_or_file(context, o.because))}});
}

}  // namespace

Run setup_waive(Usage& usage) {
  const auto o = std::make_shared<Options>();
  o->is_list = true;
  add_step_options(usage, *o);
  usage.add("rule", &o->rule, "RULE", "the rule that is set aside, such as midterm.present");
  usage.add("--by", &o->by, "ID", "who answers for it");
  usage.add("--because", &o->because, "TEXT|@FILE", "why; private, never printed");
  usage.examples =
      "  guerdon waive 2026-7kq3h2xd midterm.present --by luca-bianchi --because \"she was in hospital\"\n";
  return [o](Context& context) {
    return record(context, *o, {"waivers", yaml::EditKind::append},
                  [&](const Root& /*root*/, const FoundCase& /*found*/) { return answer(*o, context); });
  };
}

}  // namespace guerdon
