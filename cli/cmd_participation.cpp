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
  std::string group;
  std::string scribe;
  std::string assent;
};

/// Each line of the text is a task.
yaml::Node stated(const Options& o, const Context& context) {
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
  return yaml::block({{"on", date_node(o.on)},
                      {"group", o.group.empty() ? yaml::Node{} : yaml::text(o.group)},
                      {"scribe", o.scribe.empty() ? yaml::Node{} : yaml::text(o.scribe)},
                      {"tasks", yaml::list(std::move(tasks))}});
}

/// What the volunteer states, what she agreed to, or both.
yaml::Node own_word(const Options& o, const Context& context) {
  if (o.tasks.empty() && !(o.group.empty() && o.scribe.empty()))
    throw Error(Failure::usage, "`--group` and `--scribe` say how the tasks were written down", "add --tasks");
  need("participation", {{!o.tasks.empty() || !o.assent.empty(), "--tasks`, `--assent` or `--confirm"}});
  return yaml::block({{"stated", o.tasks.empty() ? yaml::Node{} : stated(o, context)},
                      {"assent", o.assent.empty() ? yaml::Node{} : assent_node(context, o.on, o.assent)}});
}

void refuse_unstated(const Case& record, std::string_view act) {
  if (record.participation && record.participation->stated) return;
  throw Error(Failure::refused,
              Diagnostic{Severity::error,
                         "participation.stated",
                         {record.path, record.section("participation")},
                         fmt::format("the volunteer has not stated her tasks: there is nothing to {}", act),
                         fmt::format("guerdon participation {} --tasks TEXT", record.id.value.text)});
}

Report run(Context& context, const Options& o) {
  if (!o.confirm) {
    return record(context, o, {"participation", yaml::EditKind::extend}, [&](const Root& root, const FoundCase& found) {
      if (o.tasks.empty() && !o.assent.empty()) refuse_unstated(load_standing(context, root, found).record, "agree to");
      return own_word(o, context);
    });
  }
  if (!o.tasks.empty() || !o.assent.empty())
    throw Error(Failure::usage,
                "the volunteer states the tasks and agrees to them, the organisation confirms them: one at a time",
                "run the command twice");
  return record(context, o, {"participation", yaml::EditKind::append, "confirmed"},
                [&](const Root& root, const FoundCase& found) {
                  refuse_unstated(load_standing(context, root, found).record, "confirm");
                  need("participation", {{!o.by.empty(), "--by"}});
                  return yaml::block(
                      {{"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)}, {"by", yaml::text(o.by)}});
                });
}

}  // namespace

Run setup_participation(Usage& usage) {
  const auto o = std::make_shared<Options>();
  add_step_options(usage, *o);
  usage.add("--tasks", &o->tasks, "TEXT|@FILE", "what the volunteer states was done, a task a line");
  usage.add("--group", &o->group, "TEXT",
            "whose one form this is, where a group filled in one; each then agrees with --assent");
  usage.add("--scribe", &o->scribe, "ID",
            "who wrote it down for her, staff or a practitioner; she then agrees with --assent");
  usage.add("--assent", &o->assent, "TEXT",
            "how she agreed to what was written for her: read aloud, signed with a cross; private");
  usage.flag("--confirm", o->confirm, "the organisation confirms dates and tasks");
  usage.add("--by", &o->by, "ID", "who confirms");
  usage.alone["--from"].push_back("--confirm");
  usage.examples =
      "  guerdon participation 2026-7kq3h2xd --tasks @tasks.txt\n"
      "  guerdon participation 2026-7kq3h2xd --confirm --by luca-bianchi\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
