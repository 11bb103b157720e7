#include <memory>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string ended;
  std::string extended;
  std::string absent;
  std::string until;
  std::string organisation;
  std::string reason;
  std::string by;
};

yaml::Node answer(const Options& o, const Context& context) {
  const int kinds =
      static_cast<int>(!o.ended.empty()) + static_cast<int>(!o.extended.empty()) + static_cast<int>(!o.absent.empty());
  if (kinds > 1)
    throw Error(Failure::usage, "one change at a time: `--ended`, `--extended` or `--absent`",
                "run the command once for each");
  need(kinds == 1, "change", "--ended`, `--extended` or `--absent");
  need(o.absent.empty() || !o.until.empty(), "change", "--until");
  const std::string kind = !o.ended.empty() ? "ended" : !o.extended.empty() ? "extended" : "absent";
  const std::string to = !o.ended.empty() ? o.ended : !o.extended.empty() ? o.extended : o.until;
  return yaml::block({{"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)},
                      {"kind", yaml::bare(kind)},
                      {"from", date_node(o.absent)},
                      {"to", date_node(to)},
                      {"organisation", o.organisation.empty() ? yaml::Node{} : yaml::text(o.organisation)},
                      {"reason", o.reason.empty() ? yaml::Node{} : yaml::text(text_or_file(context, o.reason))},
                      {"by", o.by.empty() ? yaml::Node{} : yaml::text(o.by)}});
}

}  // namespace

Run setup_change(Usage& usage) {
  const auto o = std::make_shared<Options>();
  o->is_list = true;
  add_step_options(usage, *o);
  usage.add("--ended", &o->ended, "DATE", "the stay ended early: its last day");
  usage.add("--extended", &o->extended, "DATE", "the stay was extended: its new last day");
  usage.add("--absent", &o->absent, "DATE", "away from this day");
  usage.add("--until", &o->until, "DATE", "away until this day, that day included");
  usage.add("--organisation", &o->organisation, "ID", "only the placement with this organisation");
  usage.add("--reason", &o->reason, "TEXT|@FILE", "why; private, never printed");
  usage.add("--by", &o->by, "ID", "who recorded it");
  usage.examples =
      "  guerdon change 2026-7kq3h2xd --ended 2026-06-12\n"
      "  guerdon change 2026-7kq3h2xd --absent 2026-05-01 --until 2026-05-20\n";
  return [o](Context& context) {
    return record(context, *o, {"changes", yaml::EditKind::append},
                  [&](const Root&, const FoundCase&) { return answer(*o, context); });
  };
}

}  // namespace guerdon
