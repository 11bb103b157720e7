#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/recording.h"
#include "flow/evidence.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

struct Options : StepOptions {
  std::string file;
  std::string kind;
  std::string title;
  std::vector<std::string> competences;
};

/// Evidence shows what an experience tells: the portfolio comes first.
void refuse_untold(const Case& record, const Scheme& scheme) {
  const bool has_section = scheme.find_section("documentation") != nullptr;
  if (has_section && record.documentation) return;
  throw Error(Failure::refused,
              Diagnostic{Severity::error,
                         "documentation.evidence",
                         {record.path, has_section ? record.section("documentation") : record.scheme.place},
                         has_section ? "the portfolio is not on record: there is nothing yet that a file could show"
                                     : fmt::format("{} has no portfolio that evidence could be taken into", scheme.id),
                         has_section ? way_to_record(record, scheme, "documentation") : ""});
}

void refuse_kind(const Options& o, const Scheme& scheme) {
  std::vector<std::string> known;
  for (const Framework::Group& kind : scheme.framework.evidence)
    known.push_back(kind.id);
  if (std::find(known.begin(), known.end(), o.kind) != known.end()) return;
  throw Error(Failure::usage, fmt::format("`{}` is no kind of evidence of {}", sanitized(o.kind), scheme.id),
              "a kind is " + joined_or(known));
}

void refuse_twice(const Case& record, const EvidenceFile& file) {
  const auto& all = record.documentation->evidence;
  const auto same = std::find_if(all.begin(), all.end(), [&](const Evidence& e) { return e.file.value == file.path; });
  if (same == all.end()) return;
  throw Error(Failure::refused,
              Diagnostic{Severity::error,
                         "recorded",
                         {record.path, same->file.place},
                         fmt::format("`{}` is evidence in this case already", sanitized(file.path)),
                         same->sha256.value == file.sha256
                             ? "its kind, title and competences are put right in the file"
                             : "it was changed since; what is new gets a name of its own, and is taken beside it"});
}

Report run(Context& context, const Options& o) {
  EvidenceFile file;
  Report report = record(context, o, {"documentation", yaml::EditKind::append, "evidence"},
                         [&](const Root& root, const FoundCase& found) {
                           const Standing standing = load_standing(context, root, found);
                           refuse_untold(standing.record, *standing.scheme);
                           refuse_kind(o, *standing.scheme);
                           file = take_evidence(root, context.folder / o.file, found.id);
                           refuse_twice(standing.record, file);
                           return evidence_node(file, o.kind, o.title, o.competences);
                         });
  if (report.code != ExitCode::done) return report;
  report.json.set("file", file.path);
  report.json.set("sha256", file.sha256);
  report.text = fmt::format("{} evidence in {}\n  {}\n  SHA-256 {}\n", o.dry_run ? "would record" : "recorded",
                            *report.json.find("path")->as_string(), sanitized(file.path), file.sha256);
  return report;
}

}  // namespace

Run setup_evidence(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("case", &o->case_name, "CASE", "the case: its id, a part of it, its path, or words of the name");
  usage.require("file", &o->file, "FILE", "the file, in the workspace: evidence/CASE/ is the place for it");
  usage.require("--kind", &o->kind, "KIND", "what it is: a kind of evidence of the scheme, such as work-product");
  usage.require("--title", &o->title, "TEXT", "what it shows, in one line");
  usage.require("--competence", &o->competences, "COMPETENCE", "what it is evidence for; may be repeated");
  usage.flag("-n,--dry-run", o->dry_run, "check and show, write nothing");
  usage.examples =
      "  guerdon evidence 2026-7kq3h2xd evidence/2026-7kq3h2xd/rota.pdf --kind work-product --title \"The watering "
      "rota\" --competence teamwork\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
