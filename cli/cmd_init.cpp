#include <fmt/format.h>

#include <memory>

#include "base/error.h"
#include "base/text.h"
#include "cli/commands.h"
#include "flow/init.h"
#include "yaml/reader.h"

namespace guerdon {
namespace {

struct Options {
  NewWorkspace wanted;
  std::string folder = ".";
  std::string people = "tracked";
  std::string evidence = "local";
  std::string since;
};

Report run(Context& context, Options o) {
  if (o.people != "tracked" && o.people != "local") {
    throw Error(Failure::usage,
                fmt::format("`--people {}`: people are `tracked` by git, or `local` to this machine", o.people),
                "guerdon init --help");
  }
  if (o.evidence != "tracked" && o.evidence != "local") {
    throw Error(
        Failure::usage,
        fmt::format("`--evidence {}`: evidence is `tracked` by git, or `local` to this machine", sanitized(o.evidence)),
        "guerdon init --help");
  }
  o.wanted.folder = (context.folder / o.folder / "").lexically_normal().parent_path();
  if (o.wanted.folder.empty()) o.wanted.folder = ".";
  const bool had_gitignore = is_there(o.wanted.folder / ".gitignore");
  o.wanted.data_folder = context.data_folder;
  o.wanted.people_tracked = o.people == "tracked";
  o.wanted.evidence_tracked = o.evidence == "tracked";
  o.wanted.since = context.today;
  if (!o.since.empty()) {
    const auto since = Date::parse(o.since);
    if (!since)
      throw Error(Failure::usage, fmt::format("`--member-since {}` is not a date", sanitized(o.since)),
                  yaml::date_hint(o.since));
    o.wanted.since = *since;
  }
  const std::vector<std::string> written = init_workspace(o.wanted);
  Report report;
  report.schema = "guerdon.init/1";
  Json files = Json::array();
  for (const std::string& path : written)
    files.push_back(path);
  report.json = Json::object({{"folder", o.folder}, {"written", std::move(files)}});
  report.text = fmt::format("made a workspace in {}\n", o.folder);
  for (const std::string& path : written) {
    if (path.starts_with("organisations/"))
      report.text += fmt::format("  {:32} the organisation and its staff: complete it\n", path);
    if (path == ".gitignore" && had_gitignore)
      report.text += fmt::format("  {:32} yours: lines were added, see to it that none of yours undoes them\n", path);
    if (path == "guerdon.yaml") report.text += fmt::format("  {:32} the workspace's settings\n", path);
  }
  const std::string go = o.wanted.folder == "." ? "" : fmt::format("cd {} && ", o.wanted.folder.string());
  report.talk = fmt::format("next: {}guerdon enroll \"NAME\" --project TEXT --from DATE --to DATE\n", go);
  return report;
}

}  // namespace

Run setup_init(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.add("folder", &o->folder, "FOLDER", "the new workspace; this folder when left away");
  usage.require("--organisation", &o->wanted.organisation, "NAME",
                "your organisation's name, as certificates print it");
  usage.require("--place", &o->wanted.place, "TOWN", "its town");
  usage.require("--country", &o->wanted.country, "CC", "its country, two capital letters");
  usage.require("--coordinator", &o->wanted.coordinator, "NAME", "the name of a coordinator who signs certificates");
  usage.add("--coordinator-title", &o->wanted.coordinator_title, "TEXT",
            "as it stands under the name; Coordinator when left away");
  usage.add("--organisation-id", &o->wanted.organisation_id, "ID", "its id; made from the name when left away");
  usage.add("--coordinator-id", &o->wanted.coordinator_id, "ID",
            "the coordinator's id; made from the name when left away");
  usage.add("--member-since", &o->since, "DATE",
            "since when it belongs to the network, and the coordinator may sign; today when left away");
  usage.add("--verify", &o->wanted.verify, "https://…",
            "the address where your certificates can be verified: they get a QR code");
  usage.add("--people", &o->people, "tracked|local",
            "whether git keeps people and facts: tracked (a private repository) or local");
  usage.add("--scheme", &o->wanted.schemes, "ID",
            "glore or lever-up; glore when left away; may be repeated, the first is that of new cases");
  usage.add("--evidence", &o->evidence, "tracked|local",
            "whether git keeps the files of portfolios; local when left away: they are private");
  usage.flag("--force", o->wanted.force, "use a folder that is not empty; files that exist are kept");
  usage.examples =
      "  guerdon init volunteers --organisation \"Orto Sociale\" --place Torino --country IT --coordinator \"Luca "
      "Bianchi\"\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
