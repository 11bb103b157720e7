#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string tasks;
  bool confirm = false;
  std::string by;
};

/// Each line of the text is a task.
yaml::Node stated(const Options& o, const Context& context) {
  need(!o.tasks.empty(), "participation", "--tasks` or `--confirm");
  const std::string text = text_or_file(context, o.tasks);
  std::vector<yaml::Node> tasks;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    while (line.ends_with('\r') || line.ends_with(' '))
      line.pop_back();
    const std::size_t begin = line.find_first_not_of(" -*");
    if (begin != std::string::npos) tasks.push_back(yaml::text(line.substr(begin)));
    at = end + 1;
  }
  return yaml::block({{"stated", yaml::block({{"on", date_node(o.on)}, {"tasks", yaml::list(std::move(tasks))}})}});
}

void refuse_unstated(const Case& record) {
  if (record.participation && record.participation->stated) return;
  throw Error(Failure::refused, Diagnostic{Severity::error,
                                           "participation.stated",
                                           {record.path, record.section("participation")},
                                           "the volunteer has not stated her tasks: there is nothing to confirm",
                                           fmt::format("guerdon participation {} --tasks TEXT", record.id.value.text)});
}

Report run(Context& context, const Options& o) {
  if (!o.confirm) {
    return record(context, o, {"participation", yaml::EditKind::extend},
                  [&](const Root&, const FoundCase&) { return stated(o, context); });
  }
  if (!o.tasks.empty())
    throw Error(Failure::usage, "the volunteer states the tasks, the organisation confirms them: one at a time",
                "run the command twice");
  return record(context, o, {"participation", yaml::EditKind::append, "confirmed"},
                [&](const Root& root, const FoundCase& found) {
                  refuse_unstated(load_standing(context, root, found).record);
                  need(!o.by.empty(), "participation", "--by");
                  return yaml::block(
                      {{"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)}, {"by", yaml::text(o.by)}});
                });
}

}  // namespace

Run setup_participation(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--tasks", &o->tasks, "TEXT|@FILE", "what the volunteer states was done, a task a line");
  usage.flag("--confirm", o->confirm, "the organisation confirms dates and tasks");
  usage.add("--by", &o->by, "ID", "who confirms");
  usage.alone["--from"].push_back("--confirm");
  usage.examples =
      "  guerdon participation 2026-7kq3h2xd --tasks @tasks.txt\n"
      "  guerdon participation 2026-7kq3h2xd --confirm --by luca-bianchi\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
