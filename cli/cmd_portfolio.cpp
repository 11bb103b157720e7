#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "cli/commands.h"
#include "cli/press_room.h"
#include "cli/print.h"
#include "cli/recording.h"
#include "flow/portfolio.h"
#include "store/load.h"

namespace guerdon {
namespace {

struct Options {
  std::string case_name;
  std::string output;
  std::string language;
};

Report run(Context& context, const Options& o) {
  const Root root = context.root();
  const Workspace workspace = load_workspace(root);
  const std::string language = o.language.empty() ? workspace.language.value : o.language;
  const Standing standing = load_standing(context, root, find_case(root, o.case_name, Naming::any), {language});
  const Locale locale = load_locale(context, language);
  Report report;
  report.schema = "guerdon.portfolio/1";
  const auto pdf =
      portfolio_pdf(root, standing.record, standing.world, locale, language, press_room(context), report.findings);
  const std::string& id = standing.record.id.value.text;
  report.json = Json::object({{"case", id}});
  if (!pdf) {
    report.code = ExitCode::answer_is_no;
    report.talk = count_findings(report.findings) + "; not written\n";
    return report;
  }
  const std::string file = o.output.empty() ? id + "-portfolio.pdf" : o.output;
  write_file(context.folder / file, *pdf, Durability::rebuildable);
  report.json.set("pdf", file);
  report.text = fmt::format("wrote {}\n", file);
  return report;
}

}  // namespace

Run setup_portfolio(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("case", &o->case_name, "CASE", "the case: its id, a part of it, its path, or words of the name");
  usage.add("-o,--output", &o->output, "FILE", "the file to write; CASE-portfolio.pdf in this folder when left away");
  usage.add("--language", &o->language, "LANG", "the language of labels and headings; the workspace's when left away");
  usage.examples = "  guerdon portfolio 2026-7kq3h2xd\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
