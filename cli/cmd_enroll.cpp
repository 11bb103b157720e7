#include <fmt/format.h>

#include <iterator>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/ask_arrival.h"
#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/recording.h"
#include "flow/enroll.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::map<std::string, std::string> values;  ///< by column
  bool adult = false;
  std::string csv;
  bool print_header = false;
  bool again = false;
  bool dry_run = false;
  bool quiet = false;
};

std::vector<Arrival> table_rows(Context& context, const Options& o, const std::string& source, Report& report) {
  const std::string text =
      o.csv == "-" ? std::string(std::istreambuf_iterator<char>(context.in), {}) : read_file(context.folder / o.csv);
  report.sources[source] = text;
  return read_arrivals(source, text, report.findings);
}

Arrival arrival_of(const Options& o) {
  Arrival arrival;
  for (const auto& [column, value] : o.values) {
    if (!value.empty()) arrival[column] = {value, {}};
  }
  if (o.adult) arrival["adult"] = {"true", {}};
  return arrival;
}

/// Asks for what the command line does not say, and shows the command that says it all. What it says wrong is found
/// before anything is asked. False when there is nobody to enrol.
bool complete(Context& context, const Options& o, const std::vector<Input>& inputs, const Workspace& workspace,
              Arrival& arrival, Report& report) {
  Diagnostics ignored;
  World world = load_world(context.root(), context.today, {true, {}, {}, std::set<std::string>{}, false}, ignored);
  const EnrolmentDesk desk{workspace, world, context.today, context.random};
  for (const auto& [column, said] : arrival)
    report.findings.append(faults_of(column, arrival, desk));
  if (report.findings.has_errors()) return false;
  Interview interview = ask_arrival(context, inputs, std::move(arrival), desk);
  arrival = std::move(interview.arrival);
  if (interview.broken_off) {
    report.code = ExitCode::interrupted;
    report.talk = "nobody enrolled\n";
    return false;
  }
  std::vector<std::string> flags;
  for (const auto& [given, flag] :
       {std::pair(o.again, "--again"), std::pair(o.dry_run, "--dry-run"), std::pair(o.quiet, "--quiet")}) {
    if (given) flags.emplace_back(flag);
  }
  context.say("\nthe same without questions:\n" + enroll_command(context, inputs, arrival, flags) + "\n\n");
  return true;
}

/// "enrolled 2026-7kq3h2xd  Zofia Wiśniewska". Nobody of a dry run has an id yet: the next run draws another.
std::string line_of(const Enrolled& one, const Options& o) {
  if (o.dry_run && !one.already) return o.quiet ? "" : fmt::format("would enrol  {}\n", one.name);
  if (o.quiet) return one.id.text + '\n';
  return fmt::format("{} {}  {}\n", one.already ? "enrolled already" : "enrolled", one.id.text, one.name);
}

void tell(const Enrolments& enrolments, const Options& o, Report& report) {
  Json list = Json::array();
  std::size_t fresh = 0;
  for (const Enrolled& one : enrolments.enrolled) {
    if (!one.already) ++fresh;
    list.push_back(Json::object(
        {{"case", one.id.text}, {"person", one.person.text}, {"path", one.path}, {"already", one.already}}));
    report.text += line_of(one, o);
  }
  report.json = Json::object({{"enrolled", std::move(list)}, {"written", !o.dry_run && fresh > 0}});
  const std::size_t all = enrolments.enrolled.size();
  if (all == 1 && !o.dry_run) report.talk = fmt::format("next: guerdon show {}\n", enrolments.enrolled.front().id.text);
  if (all > 1)
    report.talk = fmt::format("{}{}\nnext: {}\n", counted(all, "case"),
                              fresh == all ? ""
                              : fresh == 0 ? ", none of them new"
                                           : fmt::format(", {} of them new", fresh),
                              o.dry_run ? "the same without --dry-run" : "guerdon status");
}

/// What a command line lacks. A table's gaps are findings in it.
std::vector<std::string> missing_from(const Options& o, const std::vector<Input>& inputs) {
  std::vector<std::string> out;
  if (!o.csv.empty()) return out;
  const Arrival arrival = arrival_of(o);
  for (const Input& input : inputs) {
    if (is_missing(input.word(), arrival)) out.push_back(input.with_value());
  }
  return out;
}

Report run(Context& context, const Options& o, const std::vector<Input>& inputs) {
  Report report;
  report.schema = "guerdon.enroll/1";
  if (o.print_header) {
    for (const std::string& column : arrival_columns())
      report.text += (report.text.empty() ? "" : ",") + column;
    report.text += '\n';
    report.json = Json::object({{"header", report.text}});
    return report;
  }
  const std::vector<std::string> missing = missing_from(o, inputs);
  const bool asks = context.ask && !missing.empty();
  if (!asks) refuse_missing("enroll", missing);
  const Root root = context.root();
  const Workspace workspace = load_workspace(root);
  const std::string source = o.csv.empty() ? "<enrolment>" : o.csv == "-" ? "<stdin>" : o.csv;
  std::vector<Arrival> arrivals = o.csv.empty() ? std::vector{arrival_of(o)} : table_rows(context, o, source, report);
  if (asks && !complete(context, o, inputs, workspace, arrivals.front(), report)) arrivals.clear();
  if (!arrivals.empty()) {
    // A table with a row that cannot be read enrols nobody; what is wrong with its other rows is told all the same.
    const EnrolOptions options{source, context.today, o.again, o.dry_run || report.findings.has_errors()};
    Enrolments enrolments = enroll(root, workspace, context.today, arrivals, options, context.random);
    report.findings.append(enrolments.findings);
    report.sources.insert(enrolments.sources.begin(), enrolments.sources.end());
    if (report.findings.has_errors()) enrolments.enrolled.clear();
    tell(enrolments, o, report);
  }
  report.findings.sort();
  if (report.findings.has_errors()) {
    report.code = ExitCode::answer_is_no;
    report.talk = count_findings(report.findings) + "; nobody enrolled\n";
  }
  return report;
}

}  // namespace

Run setup_enroll(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("name", &o->values["name"], "NAME", "the volunteer's name, as she writes it");
  usage.add("--project", &o->values["project"], "TEXT", "the project, as certificates print it");
  usage.add("--from", &o->values["from"], "DATE", "the first day of service");
  usage.add("--to", &o->values["to"], "DATE", "the last day of service");
  usage.add("--hours", &o->values["hours"], "N", "hours of service in all");
  usage.add("--introduced", &o->values["introduced"], "DATE", "the day she was told about the certificate");
  usage.add("--organisation", &o->values["organisation"], "ID", "where she serves; the workspace's own when left away");
  usage.add("--coordinator", &o->values["coordinator"], "ID",
            "her coordinator there; the organisation's only one when left away");
  usage.add("--country", &o->values["country"], "CC", "the country of service, two capital letters");
  usage.add("--person", &o->values["person"], "ID", "a person on record, in place of NAME");
  usage.add("--latin", &o->values["latin"], "NAME", "her name in Latin letters, as in her passport");
  usage.add("--born", &o->values["born"], "DATE", "her birth date");
  usage.flag("--adult", o->adult, "she is of age, though her birth date is not recorded");
  usage.add("--email", &o->values["email"], "ADDRESS", "her e-mail address");
  usage.add("--on", &o->values["on"], "DATE", "the day of enrolment; today when left away");
  usage.add("--scheme", &o->values["scheme"], "ID",
            "under which scheme, such as glore or lever-up; the workspace's own when left away");
  usage.add("--csv", &o->csv, "FILE", "enrol everyone of a table, or none; - for standard input");
  usage.flag("--print-header", o->print_header, "print the columns that a table may have");
  usage.flag("--again", o->again, "enrol although the same name, project and first day are there already");
  usage.flag("-n,--dry-run", o->dry_run, "check and show, write nothing");
  usage.flag("-q,--quiet", o->quiet, "print the ids alone");
  usage.alone["--csv"] = {"--csv", "--again", "--dry-run", "--quiet"};
  usage.alone["--print-header"] = {"--print-header"};
  usage.alone["--person"] = {"--person",     "--project",      "--from",        "--to",      "--hours",
                             "--introduced", "--organisation", "--coordinator", "--country", "--on",
                             "--scheme",     "--again",        "--dry-run",     "--quiet"};
  usage.examples =
      "  guerdon enroll \"Zofia Wiśniewska\" --project \"Community garden\" --from 2026-03-02 --to 2026-08-28 --hours "
      "640\n"
      "  guerdon enroll --csv arrivals.csv --dry-run\n";
  return [o, inputs = usage.inputs](Context& context) { return run(context, *o, inputs); };
}

}  // namespace guerdon
