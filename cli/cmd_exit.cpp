#include <fmt/format.h>

#include <memory>

#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string after;
  std::string reason;
};

yaml::Node answer(const Options& o, const Context& context) {
  need("exit", {{!o.after.empty(), "--after"}});
  return yaml::block({{"on", date_node(o.on)},
                      {"after", yaml::text(o.after)},
                      {"reason", o.reason.empty() ? yaml::Node{} : yaml::text(text_or_file(context, o.reason))}});
}

}  // namespace

Run setup_exit(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--after", &o->after, "SECTION", "the last step that was taken: awareness, identification, …");
  usage.add("--reason", &o->reason, "TEXT|@FILE",
            "why; private, never printed; better with --from, which no process list shows");
  usage.examples = "  guerdon exit 2026-7kq3h2xd --after identification --on 2026-05-12\n";
  return [o](Context& context) {
    Report report = record(context, *o, {"exit"}, [&](const Root&, const FoundCase&) { return answer(*o, context); });
    if (report.code != ExitCode::done || o->dry_run || o->print_template) return report;
    const std::string next = fmt::format("guerdon issue {}", *report.json.find("case")->as_string());
    report.json.set("next", next);
    report.talk = fmt::format("next: {}\n", next);
    return report;
  };
}

}  // namespace guerdon
