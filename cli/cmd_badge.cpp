#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/issue_day.h"
#include "cli/press_room.h"
#include "cli/print.h"
#include "flow/badge.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::string practitioner;
  std::vector<std::string> roles;
  std::string language;
  std::string design;
  std::string signer;
  std::string on;
  std::string backdate_because;
  bool dry_run = false;
};

std::vector<std::string> chosen_roles(const Options& o) {
  const std::vector<std::string> known{"tutor", "assessor", "trainer"};
  for (const std::string& role : o.roles) {
    if (std::find(known.begin(), known.end(), role) == known.end())
      throw Error(Failure::usage, fmt::format("`--role {}` is no role of a practitioner", sanitized(role)),
                  "write " + joined_or(known));
  }
  return o.roles;
}

Report run(Context& context, const Options& o) {
  const Root root = context.root();
  const Workspace workspace = load_workspace(root);
  BadgeOptions options;
  options.practitioner = o.practitioner;
  options.roles = chosen_roles(o);
  options.language = o.language.empty() ? workspace.language.value : o.language;
  options.design = o.design;
  options.signer = o.signer;
  options.today = context.today;
  options.on = issue_day(context, o.on, o.backdate_because, o.dry_run);
  options.backdated_because = o.backdate_because;
  options.dry_run = o.dry_run;
  const Locale locale = load_locale(context, options.language);
  const BadgeIssuing issuing = issue_badges(root, workspace, locale, options, press_room(context), context.random);
  Report report;
  report.schema = "guerdon.badge/1";
  report.findings = issuing.findings;
  Json list = Json::array();
  std::size_t refused = 0;
  for (const BadgeResult& result : issuing.results) {
    Json one = Json::object({{"role", result.role}, {"outcome", to_string(result.outcome)}});
    if (result.outcome == IssueOutcome::refused) {
      ++refused;
    } else {
      one.set("id", result.id.text);
      one.set("pdf", result.pdf_path);
      report.text += fmt::format("{} {}  {}", to_string(result.outcome), issuing.practitioner, result.role);
      report.text += o.dry_run ? "\n" : fmt::format("  {}\n", result.pdf_path);
    }
    list.push_back(std::move(one));
  }
  report.json = Json::object({{"practitioner", issuing.practitioner}, {"results", std::move(list)}});
  if (!report.findings.has_errors()) return report;
  report.code = refused < issuing.results.size() ? ExitCode::partly_failed : ExitCode::answer_is_no;
  report.talk = count_findings(report.findings) + "; not issued\n";
  return report;
}

}  // namespace

Run setup_badge(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("practitioner", &o->practitioner, "ID", "the practitioner: her file is practitioners/ID.yaml");
  usage.add("--role", &o->roles, "ROLE",
            "tutor, assessor or trainer; may be repeated; every badge that holds on the day when left away");
  usage.add("--language", &o->language, "LANG", "the certificate's language; the workspace's when left away");
  usage.add("--design", &o->design, "NAME",
            "the certificate's design, such as formal or contemporary; the workspace's when left away");
  usage.add("--signer", &o->signer, "ID",
            "who signs for the centre that awarded the badge; the first of its staff who may, when left away");
  usage.add("--on", &o->on, "DATE", "the issue date; today when left away");
  usage.add("--backdate-because", &o->backdate_because, "TEXT",
            "why it is dated another day than today; recorded in the facts");
  usage.flag("-n,--dry-run", o->dry_run, "check everything, show the plan, write nothing");
  usage.examples =
      "  guerdon badge marco-riva\n"
      "  guerdon badge marco-riva --role assessor --dry-run\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
