#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/chosen_paths.h"
#include "cli/commands.h"
#include "cli/formats.h"
#include "cli/survey_settings.h"
#include "flow/check.h"

namespace guerdon {
namespace {

struct Options {
  std::vector<std::string> paths;
  std::string format = "text";
  std::string wanted_for;
  bool strict = false;
};

std::string counts_of(const Checked& checked) {
  const std::string people = checked.people == 1 ? "1 person" : fmt::format("{} people", checked.people);
  return fmt::format("{}, {}, {}, {}", counted(checked.cases, "case"), people,
                     counted(checked.organisations, "organisation"), counted(checked.certificates, "certificate"));
}

/// The findings as one of the systems that read them wants them; empty for text.
std::string formatted(const Checked& checked, const Options& o, const Report& report, Sources& sources) {
  if (o.format == "github") return github_findings(checked.findings, sources);
  if (o.format == "gitlab") return gitlab_findings(checked.findings, sources);
  if (o.format == "sarif") return sarif_findings(checked.findings, sources);
  if (o.format == "junit") return junit_findings(checked.findings, checked.files, sources);
  if (o.format != "json") return {};
  Json all = Json::object({{"schema", report.schema}});
  for (const auto& [key, value] : *report.json.as_object())
    all.set(key, value);
  all.set("findings", findings_json(checked.findings, sources));
  return pretty_json(all);
}

/// Throws Error{usage} when `value` is not one of `words`.
void require_word(std::string_view option, const std::string& value, const std::vector<std::string>& words) {
  if (std::find(words.begin(), words.end(), value) != words.end()) return;
  throw Error(Failure::usage, fmt::format("`{} {}` is not known", option, sanitized(value)),
              "write " + joined_or(words));
}

Report run(Context& context, const Options& o) {
  require_word("--format", o.format, {"text", "json", "github", "gitlab", "sarif", "junit"});
  if (!o.wanted_for.empty()) require_word("--for", o.wanted_for, {"issue"});
  const Root root = context.root();
  const Importer importer(context.pdf_module.parent_path().string());
  Checked checked = check(root, survey_settings(context), importer,
                          {chosen_paths(context, root, o.paths), o.wanted_for == "issue", o.format == "junit"});
  Report report;
  report.schema = "guerdon.check/1";
  const bool has_fault = o.strict ? !checked.findings.empty() : checked.findings.has_errors();
  report.code = has_fault ? ExitCode::answer_is_no : ExitCode::done;
  report.json = Json::object({{"cases", checked.cases},
                              {"people", checked.people},
                              {"organisations", checked.organisations},
                              {"certificates", checked.certificates}});
  const std::string found = count_findings(checked.findings);
  report.talk = fmt::format("{}: {}\n", counts_of(checked), found.empty() ? "nothing to object to" : found);
  if (o.format == "text") {
    report.findings = std::move(checked.findings);
    report.findings_are_result = true;
  } else {
    checked.findings.shorten();
    Sources sources(root.folder(), report.sources);
    report.text = formatted(checked, o, report, sources);
  }
  return report;
}

}  // namespace

Run setup_check(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("paths", &o->paths, "PATH", "only these records, or those below these folders; all when left away");
  usage.add("--format", &o->format, "text|json|github|gitlab|sarif|junit",
            "how findings are printed: for people, for programs, or as a CI system reads them");
  usage.add("--for", &o->wanted_for, "issue", "report what stands between the cases and their certificates as well");
  usage.flag("--strict", o->strict, "warnings make the answer no");
  usage.examples =
      "  guerdon check\n"
      "  guerdon check --strict --format sarif >guerdon.sarif\n"
      "  guerdon check --for issue cases/2026\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
