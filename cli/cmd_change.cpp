#include <algorithm>
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
  std::string hours;
  std::string reason;
  std::string by;
};

yaml::Node answer(const Options& o, const Context& context) {
  const int kinds =
      static_cast<int>(!o.ended.empty()) + static_cast<int>(!o.extended.empty()) + static_cast<int>(!o.absent.empty());
  if (kinds > 1)
    throw Error(Failure::usage, "one change at a time: `--ended`, `--extended` or `--absent`",
                "run the command once for each");
  need("change",
       {{kinds == 1, "--ended`, `--extended` or `--absent"}, {o.absent.empty() || !o.until.empty(), "--until"}});
  const std::string kind = !o.ended.empty() ? "ended" : !o.extended.empty() ? "extended" : "absent";
  const std::string to = !o.ended.empty() ? o.ended : !o.extended.empty() ? o.extended : o.until;
  return yaml::block({{"on", yaml::bare(o.on.empty() ? context.today.to_string() : o.on)},
                      {"kind", yaml::bare(kind)},
                      {"from", date_node(o.absent)},
                      {"to", date_node(to)},
                      {"organisation", o.organisation.empty() ? yaml::Node{} : yaml::text(o.organisation)},
                      {"hours", o.hours.empty() ? yaml::Node{} : yaml::bare(o.hours)},
                      {"reason", o.reason.empty() ? yaml::Node{} : yaml::text(text_or_file(context, o.reason))},
                      {"by", o.by.empty() ? yaml::Node{} : yaml::text(o.by)}});
}

/// Whether planned hours stop being true and none are stated in their place.
bool hours_lapse(const Options& o, const Case& record) {
  return !o.ended.empty() && o.hours.empty() &&
         std::any_of(record.placements.begin(), record.placements.end(),
                     [](const Placement& placement) { return placement.hours.has_value(); });
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
  usage.add("--hours", &o->hours, "N", "hours she has served in all, in place of those that were planned");
  usage.add("--reason", &o->reason, "TEXT|@FILE", "why; private, never printed");
  usage.add("--by", &o->by, "ID", "who recorded it");
  usage.examples =
      "  guerdon change 2026-7kq3h2xd --ended 2026-06-12 --hours 310\n"
      "  guerdon change 2026-7kq3h2xd --absent 2026-05-01 --until 2026-05-20\n";
  return [o](Context& context) {
    bool lapse = false;
    Report report =
        record(context, *o, {"changes", yaml::EditKind::append}, [&](const Root& root, const FoundCase& found) {
          lapse = hours_lapse(*o, load_standing(context, root, found).record);
          return answer(*o, context);
        });
    if (lapse && report.code == ExitCode::done)
      report.talk =
          "note: the hours that were planned hold no more; add those she served as `hours:` of this change\n" +
          report.talk;
    return report;
  };
}

}  // namespace guerdon
