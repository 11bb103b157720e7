#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/press_room.h"
#include "cli/print.h"
#include "cli/programs.h"
#include "cli/recording.h"
#include "flow/preview.h"
#include "store/load.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;

struct Options {
  std::string case_name;
  std::string scheme;
  std::vector<std::string> certificates;
  std::vector<std::string> designs;
  std::vector<std::string> languages;
  std::string competence;
  std::string on;
  std::string to;
  bool png = false;
};

/// The program that draws pages. Throws Error{access} where none is installed, before anything is written.
fs::path find_rasteriser(const std::string& search_path) {
  fs::path program = find_program(search_path, "pdftoppm");
  if (!program.empty()) return program;
  throw Error(Failure::access, "pdftoppm, which draws pages, is not installed",
              "install poppler-utils, or leave `--png` out");
}

/// Draws the first page as a picture beside the PDF, at twice the resolution of a screen.
void rasterise(const fs::path& program, const fs::path& pdf, const fs::path& picture) {
  const std::string stem = (picture.parent_path() / picture.stem()).string();
  if (run_program(program, {"-r", "144", "-png", "-singlefile", pdf.string(), stem}, {}).status != 0)
    throw Error(Failure::access, fmt::format("pdftoppm could not draw `{}`", picture.string()), "leave `--png` out");
}

Report run(Context& context, const Options& o) {
  const fs::path rasteriser = o.png ? find_rasteriser(context.search_path) : fs::path();
  const Root root = context.root();
  const Workspace workspace = load_workspace(root);
  PreviewOptions options;
  if (!o.case_name.empty()) options.found = find_case(root, o.case_name, Naming::any);
  options.scheme = o.scheme.empty() ? workspace.scheme.value : o.scheme;
  options.samples = context.data_folder / "templates" / "samples";
  options.kinds = o.certificates;
  options.designs = o.designs;
  if (options.designs.empty() && !workspace.design.value.empty()) options.designs = {workspace.design.value};
  options.languages = o.languages.empty() ? std::vector<std::string>{workspace.language.value} : o.languages;
  options.competence = o.competence;
  options.on = day_given(o.on, "--on", context.today);
  options.on_advance = context.on_advance;
  LocaleShelf locales(context);
  const LocaleOf locale = [&](const std::string& language) -> const Locale& { return locales.find(language); };
  Previewing previewing = preview(root, workspace, options, locale, press_room(context));
  Report report;
  report.schema = "guerdon.preview/1";
  Json list = Json::array();
  const fs::path folder = context.folder / o.to;
  for (const Specimen& specimen : previewing.specimens) {
    const std::string file = (fs::path(o.to) / specimen.file()).string();
    write_file(context.folder / file, specimen.pdf, Durability::rebuildable);
    report.text += fmt::format("wrote {}\n", file);
    list.push_back(Json::object(
        {{"certificate", specimen.kind}, {"design", specimen.design}, {"language", specimen.language}, {"pdf", file}}));
    if (!o.png) continue;
    const std::string picture = file.substr(0, file.size() - 4) + ".png";
    rasterise(rasteriser, context.folder / file, context.folder / picture);
    report.text += fmt::format("wrote {}\n", picture);
  }
  report.json = Json::object({{"specimens", std::move(list)}});
  report.findings = std::move(previewing.findings);
  if (!report.findings.has_errors()) return report;
  report.code = previewing.specimens.empty() ? ExitCode::answer_is_no : ExitCode::partly_failed;
  report.talk = count_findings(report.findings) + '\n';
  return report;
}

}  // namespace

Run setup_preview(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("case", &o->case_name, "CASE", "whose facts are shown; the scheme's sample when left away");
  usage.add("--scheme", &o->scheme, "ID", "the scheme of the sample; the workspace's when left away");
  usage.add("--certificate", &o->certificates, "KIND", "only this one; may be repeated; all when left away");
  usage.add("--competence", &o->competence, "COMPETENCE",
            "of a certificate for each competence; the first that was reached when left away");
  usage.add("--design", &o->designs, "NAME",
            "formal, contemporary, …, or all; may be repeated; the usual one when left away");
  usage.add("--language", &o->languages, "LANG",
            "the language, or all; may be repeated; the workspace's when left away");
  usage.add("--on", &o->on, "DATE", "the issue date that is printed; today when left away");
  usage.add("--to", &o->to, "FOLDER", "where the files are written; this folder when left away");
  usage.flag("--png", o->png, "draw the first page as a picture too (pdftoppm must be installed)");
  usage.examples =
      "  guerdon preview --design all\n"
      "  guerdon preview 2026-7kq3h2xd --certificate soft-skills --design contemporary --png\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
