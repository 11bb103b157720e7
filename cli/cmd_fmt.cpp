#include <fmt/format.h>

#include <memory>

#include "base/text.h"
#include "cli/chosen_paths.h"
#include "cli/commands.h"
#include "flow/canonical_records.h"

namespace guerdon {
namespace {

struct Options {
  std::vector<std::string> paths;
  bool check = false;
};

Json paths_json(const auto& paths) {
  Json out = Json::array();
  for (const std::string& path : paths)
    out.push_back(path);
  return out;
}

ExitCode code_of(const CanonicalRecords& done, bool check) {
  if (done.refused.empty()) return check && !done.changed.empty() ? ExitCode::answer_is_no : ExitCode::done;
  return check || done.refused.size() == done.looked_at ? ExitCode::answer_is_no : ExitCode::partly_failed;
}

Report run(Context& context, const Options& o) {
  Report report;
  report.schema = "guerdon.fmt/1";
  const Root root = context.root();
  CanonicalRecords done = lay_out_records(root, chosen_paths(context, root, o.paths), !o.check);
  for (const std::string& path : done.changed)
    report.text += sanitized(path) + '\n';
  const std::string count = counted(done.looked_at, "record");
  report.talk = done.changed.empty() ? count + ": nothing to lay out anew"
                                     : fmt::format("{}: {} {}", count, done.changed.size(),
                                                   o.check ? "to be laid out anew" : "laid out anew");
  if (!done.refused.empty()) report.talk += fmt::format(", {} refused", done.refused.size());
  report.talk += '\n';
  if (o.check && !done.changed.empty()) report.talk += "next: guerdon fmt\n";
  report.json = Json::object({{"looked-at", done.looked_at},
                              {"changed", paths_json(done.changed)},
                              {"refused", paths_json(done.refused)},
                              {"written", !o.check && !done.changed.empty()}});
  report.code = code_of(done, o.check);
  report.findings = std::move(done.findings);
  return report;
}

}  // namespace

Run setup_fmt(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("paths", &o->paths, "PATH", "only these records, or those below these folders; all when left away");
  usage.flag("--check", o->check, "write nothing; exit with 1 when a record is laid out in another way, and list it");
  usage.examples =
      "  guerdon fmt\n"
      "  guerdon fmt --check cases/2026\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
