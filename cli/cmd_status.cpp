#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>

#include "base/csv.h"
#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/status_board.h"
#include "cli/status_views.h"
#include "cli/survey_settings.h"
#include "flow/board.h"

namespace guerdon {
namespace {

struct Options {
  std::string due = "30d";
  std::string organisation;
  std::string year;
  std::string view;
  std::string centre;
  bool ready = false;
  bool all = false;
  bool quiet = false;
  bool csv = false;
};

int days_of(const std::string& due) {
  int days = 0;
  const auto [end, fault] = std::from_chars(due.data(), due.data() + due.size(), days);
  const std::string_view unit(end, static_cast<std::size_t>(due.data() + due.size() - end));
  if (fault == std::errc{} && days >= 0 && days <= 3660 && (unit == "d" || unit.empty())) return days;
  throw Error(Failure::usage, fmt::format("`--due {}` is not a number of days", sanitized(due)), "as in --due 30d");
}

Json row_json(const BoardRow& row) {
  Json steps = Json::array();
  for (const Step& step : row.progress.steps) {
    Json one = Json::object({{"section", step.section}, {"done", step.done}, {"waived", step.waived}});
    if (step.due) one.set("due", step.due->to_string());
    steps.push_back(std::move(one));
  }
  Json out = Json::object({{"case", row.case_id},
                           {"name", row.name},
                           {"organisation", row.organisation},
                           {"group", to_string(row.group)},
                           {"steps", std::move(steps)}});
  if (row.ends) out.set("ends", row.ends->to_string());
  if (!row.next.empty()) out.set("next", row.next);
  if (row.due) out.set("due", row.due->to_string());
  return out;
}

const std::vector<std::string> table_header{"case", "name", "organisation", "ends", "group", "open", "next", "due"};

/// A line of the table; `open` counts the steps that are neither done nor waived.
std::string table_line(const BoardRow& row) {
  const auto day = [](const std::optional<Date>& date) { return date ? date->to_string() : std::string(); };
  const auto open = std::count_if(row.progress.steps.begin(), row.progress.steps.end(),
                                  [](const Step& step) { return !step.done && !step.waived; });
  return csv_line({row.case_id, row.name, row.organisation, day(row.ends), std::string(to_string(row.group)),
                   std::to_string(open), row.next, day(row.due)});
}

/// Takes off the board what was not asked for.
void keep_wanted(Board& board, const Options& o) {
  if (o.organisation.empty() && o.year.empty() && !o.ready) return;
  std::erase_if(board.lines, [&](const BoardLine& line) {
    const BoardRow row = line.row();
    const bool other_place =
        !o.organisation.empty() &&
        std::none_of(row.organisations.begin(), row.organisations.end(), [&](const std::string& name) {
          return folded(name).find(folded(o.organisation)) != std::string::npos;
        });
    return other_place || (!o.year.empty() && !row.case_id.starts_with(o.year + '-')) ||
           (o.ready && row.group != BoardGroup::ready);
  });
}

std::string why_empty(const Board& board, const Options& o, bool any_at_all) {
  if (o.ready) return "no case is ready\n";
  if (any_at_all) return "no case matches\n";
  if (board.findings.has_errors()) return "no case could be read\n";
  return "no cases; next: guerdon enroll \"NAME\" --project TEXT --from DATE --to DATE\n";
}

Report run(Context& context, const Options& o) {
  if (!o.view.empty()) return status_view(context, o.view, o.centre);
  if (!o.centre.empty())
    throw Error(Failure::usage, "`--centre` belongs to a `--view`",
                "as in guerdon status --view candidates --centre ID");
  const Root root = context.root();
  const int days = days_of(o.due);
  Board board = board_of(root, survey_settings(context), context.today.plus_days(days));
  const bool any_at_all = !board.lines.empty();
  keep_wanted(board, o);
  Report report;
  report.schema = "guerdon.status/1";
  report.findings = board.findings;
  if (board.findings.has_errors()) report.code = ExitCode::answer_is_no;
  Json list = Json::array();
  if (o.csv) report.text = csv_line(table_header);
  for (const BoardLine& line : board.lines) {
    if (o.csv) report.text += table_line(line.row());
    if (context.wants_json) list.push_back(row_json(line.row()));
    if (o.quiet) report.text += line.row().case_id + '\n';
  }
  report.json = Json::object({{"today", context.today.to_string()}, {"cases", std::move(list)}});
  if (!o.quiet && !o.csv && !board.lines.empty())
    report.text = board_text(board.lines, {context.today, days, o.all, context.screen});
  if (!o.quiet && board.lines.empty()) report.talk = why_empty(board, o, any_at_all);
  return report;
}

}  // namespace

Run setup_status(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("--due", &o->due, "DAYSd",
            "what is due within so many days is a group; 30d, called this month, when left away");
  usage.add("--organisation", &o->organisation, "NAME|ID", "only cases at an organisation of this name or id");
  usage.add("--year", &o->year, "YEAR", "only cases enrolled in this year");
  usage.flag("--ready", o->ready, "only cases that are ready to be issued");
  usage.flag("--all", o->all, "at a terminal, list what is issued, too short or left as well");
  usage.flag("-q,--quiet", o->quiet, "print the ids alone");
  usage.flag("--csv", o->csv, "print the board as a table for a spreadsheet");
  usage.add("--view", &o->view, "WHO", "who waits for whom: candidates, tutors, assessors or centres");
  usage.add("--centre", &o->centre, "ID", "with --view: only what belongs to this service centre");
  usage.alone["--csv"] = {"--csv", "--due", "--organisation", "--year", "--ready"};
  usage.alone["--view"] = {"--view", "--centre"};
  usage.examples =
      "  guerdon status\n"
      "  guerdon status --ready -q | guerdon issue --from-file -\n"
      "  guerdon status --view tutors --centre csv-torino\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
