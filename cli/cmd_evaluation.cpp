#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string sent;
  std::string returned;
};

yaml::Node answer(const Options& o) {
  need("evaluation", {{!o.sent.empty() || !o.returned.empty(), "--sent` or `--returned"}});
  return yaml::block({{"sent", date_node(o.sent)}, {"returned", date_node(o.returned)}});
}

}  // namespace

Run setup_evaluation(Usage& usage) {
  const auto o = std::make_shared<Options>();
  o->is_dated = false;
  add_step_options(usage, *o);
  usage.add("--sent", &o->sent, "DATE", "the day the project evaluation form was sent");
  usage.add("--returned", &o->returned, "DATE", "the day it came back");
  usage.examples = "  guerdon evaluation 2026-7kq3h2xd --sent 2026-08-10\n";
  return [o](Context& context) {
    return record(context, *o, {"evaluation", yaml::EditKind::extend},
                  [&](const Root&, const FoundCase&) { return answer(*o); });
  };
}

}  // namespace guerdon
