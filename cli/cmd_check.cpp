#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "flow/check.h"

namespace guerdon {
namespace {

struct Options {
  std::string format = "text";
};

std::string counts_of(const Checked& checked) {
  const std::string people = checked.people == 1 ? "1 person" : fmt::format("{} people", checked.people);
  return fmt::format("{}, {}, {}, {}", counted(checked.cases, "case"), people,
                     counted(checked.organisations, "organisation"), counted(checked.certificates, "certificate"));
}

Report run(Context& context, const Options& o) {
  if (o.format != "text" && o.format != "json" && o.format != "github") {
    throw Error(Failure::usage, fmt::format("`--format {}` is not a format of findings", sanitized(o.format)),
                "write `text`, `json` or `github`");
  }
  const Root root = context.root();
  Checked checked = check(root, context.today);
  Report report;
  report.schema = "guerdon.check/1";
  report.code = checked.findings.has_errors() ? ExitCode::answer_is_no : ExitCode::done;
  report.json = Json::object({{"cases", checked.cases},
                              {"people", checked.people},
                              {"organisations", checked.organisations},
                              {"certificates", checked.certificates}});
  const std::string found = count_findings(checked.findings);
  report.talk = fmt::format("{}: {}\n", counts_of(checked), found.empty() ? "nothing to object to" : found);
  Sources sources(root.folder(), report.sources);
  if (o.format != "text") checked.findings.shorten();
  if (o.format == "github") {
    report.text = github_findings(checked.findings, sources);
  } else if (o.format == "json") {
    Json all = Json::object({{"schema", report.schema}});
    for (const auto& [key, value] : *report.json.as_object())
      all.set(key, value);
    all.set("findings", findings_json(checked.findings, sources));
    report.text = pretty_json(all);
  } else {
    report.findings = checked.findings;
    report.findings_are_result = true;
  }
  return report;
}

}  // namespace

Run setup_check(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("--format", &o->format, "text|json|github",
            "how findings are printed: text, json, or github (workflow commands)");
  usage.examples =
      "  guerdon check\n"
      "  guerdon check --format github\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
