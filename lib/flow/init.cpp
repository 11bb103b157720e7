#include "flow/init.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/error.h"
#include "base/id.h"
#include "base/text.h"
#include "flow/shipped.h"
#include "model/organisation_read.h"
#include "model/scheme_version.h"
#include "model/workspace.h"
#include "store/file.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// The scheme of a workspace that names none.
constexpr std::string_view usual_scheme = "glore";

using Files = std::map<std::string, std::string>;  // path in the workspace -> bytes

/// "Orto Sociale" -> "orto-sociale"; empty for a name that has no letters a to z.
std::string slug_of(std::string_view name) {
  std::string out;
  for (const char c : folded(name)) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (letter) out += c;
    if (!letter && !out.empty() && out.back() != '-' && (c == ' ' || c == '\'' || c == '.')) out += '-';
  }
  while (out.ends_with('-'))
    out.pop_back();
  return out.substr(0, 64);
}

std::string id_or_slug(const std::string& id, const std::string& name, std::string_view option) {
  std::string out = id.empty() ? slug_of(name) : id;
  if (is_slug(out)) return out;
  throw Error(Failure::usage,
              id.empty() ? fmt::format("no id can be made from the name `{}`", sanitized(name))
                         : fmt::format("`{}` is not an id", sanitized(id)),
              fmt::format("give one with {}: lower-case letters and digits, joined by single dashes", option));
}

/// The schemes of the workspace, the first that of new cases.
std::vector<Scheme> add_schemes(const NewWorkspace& wanted, Files& files) {
  std::vector<std::string> names = wanted.schemes;
  if (names.empty()) names.emplace_back(usual_scheme);
  std::vector<Scheme> out;
  for (const std::string& name : names) {
    ShippedScheme shipped = find_shipped(wanted.data_folder, name);
    for (auto& [path, bytes] : shipped.files)
      files[fmt::format("schemes/{}/{}", shipped.scheme.id, path)] = std::move(bytes);
    out.push_back(std::move(shipped.scheme));
  }
  add_shipped_folder(wanted.data_folder / "schemas", ".guerdon/schemas", files);
  // What guerdon prints is nothing that an editor opens.
  std::erase_if(files, [](const auto& file) { return file.first.starts_with(".guerdon/schemas/output/"); });
  return out;
}

bool has_portfolios(const std::vector<Scheme>& schemes) {
  return std::any_of(schemes.begin(), schemes.end(),
                     [](const Scheme& scheme) { return scheme.find_section("documentation") != nullptr; });
}

std::string_view place_of(bool tracked) { return tracked ? "tracked" : "local"; }

std::string workspace_text(const NewWorkspace& wanted, const std::string& organisation,
                           const std::vector<Scheme>& schemes) {
  const yaml::Node evidence = has_portfolios(schemes) ? yaml::bare(place_of(wanted.evidence_tracked)) : yaml::Node{};
  return "# yaml-language-server: $schema=.guerdon/schemas/workspace-1.json\n" +
         yaml::emit(yaml::block({{"format", yaml::bare("workspace/1")},
                                 {"name", yaml::text(wanted.organisation)},
                                 {"organisation", yaml::text(organisation)},
                                 {"scheme", yaml::bare(family_of(schemes.front()))},
                                 {"language", yaml::bare("en")},
                                 {"verify", wanted.verify.empty() ? yaml::Node{} : yaml::text(wanted.verify)},
                                 {"people", yaml::bare(place_of(wanted.people_tracked))},
                                 {"evidence", evidence}}),
                    0);
}

std::string organisation_text(const NewWorkspace& wanted, const std::string& organisation,
                              const std::string& coordinator) {
  const yaml::Node since = yaml::list({yaml::block({{"from", yaml::bare(wanted.since.to_string())}})});
  yaml::Node staff = yaml::block({{"id", yaml::text(coordinator)},
                                  {"name", yaml::text(wanted.coordinator)},
                                  {"title", yaml::text(wanted.coordinator_title)},
                                  {"coordinates", yaml::bare("true")},
                                  {"signs", since}});
  return "# yaml-language-server: $schema=../.guerdon/schemas/organisation-1.json\n" +
         yaml::emit(yaml::block({{"format", yaml::bare("organisation/1")},
                                 {"organisation", yaml::text(organisation)},
                                 {"name", yaml::text(wanted.organisation)},
                                 {"place", yaml::text(wanted.place)},
                                 {"country", yaml::quoted(wanted.country)},
                                 {"roles", yaml::row({"hosting", "coordinating"})}}),
                    0) +
         "# Since when the organisation belongs to the network. No certificate is issued for a day before.\n" +
         yaml::emit_entry("member", since, 0) +
         "# Who works here. `signs` is the mandate to sign certificates, with its dates.\n" +
         yaml::emit_entry("staff", yaml::list({std::move(staff)}), 0);
}

constexpr std::string_view ignored_always =
    "/.guerdon/*\n"
    "!/.guerdon/schemas/\n"
    "# What a guerdon that was killed left; the next one removes it\n"
    ".guerdon-*.part\n"
    "# Made again at will: guerdon render\n"
    "/certificates/**/*.pdf\n";
constexpr std::string_view ignored_with_portfolios =
    "# Made again at will: guerdon portfolio\n"
    "*-portfolio.pdf\n";
constexpr std::string_view ignored_when_local =
    "# People and facts stay on this machine; the digests are kept.\n"
    "/people/\n"
    "/certificates/**/*.json\n";

constexpr std::string_view ignored_when_evidence_is_local =
    "# The files of portfolios stay on this machine; their digests are in the cases.\n"
    "/evidence/\n";

std::string ignored(const NewWorkspace& wanted, const std::vector<Scheme>& schemes) {
  std::string out(ignored_always);
  if (!wanted.people_tracked) out += ignored_when_local;
  if (has_portfolios(schemes)) out += ignored_with_portfolios;
  if (has_portfolios(schemes) && !wanted.evidence_tracked) out += ignored_when_evidence_is_local;
  return out;
}

constexpr std::string_view attributes =
    "*.yaml text eol=lf\n"
    "/certificates/**/*.json -text -merge linguist-generated\n"
    "*.pdf -text -merge diff=pdf\n";

constexpr std::string_view editor_config =
    "root = true\n\n"
    "[*.{yaml,yml}]\n"
    "charset = utf-8\n"
    "end_of_line = lf\n"
    "indent_style = space\n"
    "indent_size = 2\n"
    "insert_final_newline = true\n"
    "trim_trailing_whitespace = true\n";

/// The workspace that the folder lies in, if any.
std::optional<fs::path> workspace_above(const fs::path& folder) {
  std::error_code fault;
  const fs::path start = fs::weakly_canonical(folder, fault);
  for (fs::path at = start.parent_path(); !fault && at.has_relative_path(); at = at.parent_path()) {
    if (fs::exists(at / "guerdon.yaml", fault)) return at;
    fault.clear();
  }
  return std::nullopt;
}

void check_folder(const NewWorkspace& wanted) {
  std::error_code fault;
  const std::string name = sanitized(wanted.folder.string());
  if (fs::exists(wanted.folder / "guerdon.yaml", fault)) {
    throw Error(Failure::refused, fmt::format("`{}` is a workspace already", name),
                fmt::format("guerdon {}status shows its cases", name == "." ? "" : fmt::format("-C {} ", name)));
  }
  if (const auto outer = wanted.force ? std::nullopt : workspace_above(wanted.folder)) {
    throw Error(Failure::refused, fmt::format("`{}` lies in the workspace `{}`", name, sanitized(outer->string())),
                "choose a folder outside it, or add --force to make one workspace in another");
  }
  for (fs::directory_iterator it(wanted.folder, fault), end; !fault && it != end; it.increment(fault)) {
    if (it->path().filename() == ".git" || wanted.force) continue;
    throw Error(
        Failure::refused,
        fmt::format("the folder `{}` is not empty: it holds `{}`", name, sanitized(it->path().filename().string())),
        "choose another folder, or add --force: files that exist are kept, a .gitignore gets more lines");
  }
}

/// The lines of `wanted` that `present` lacks, ready to stand behind it. Without them git would keep what must stay on
/// this machine.
std::string missing_lines(std::string_view present, std::string_view wanted) {
  const auto lines_of = [](std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
      std::string_view line = text.substr(0, text.find('\n'));
      text.remove_prefix(std::min(line.size() + 1, text.size()));
      while (line.ends_with('\r') || line.ends_with(' '))
        line.remove_suffix(1);
      out.push_back(line);
    }
    return out;
  };
  const auto known = lines_of(present);
  std::string out;
  for (const std::string_view line : lines_of(wanted)) {
    if (!line.starts_with('#') && std::find(known.begin(), known.end(), line) == known.end())
      out += std::string(line) + '\n';
  }
  if (out.empty()) return {};
  return (present.empty() || present.ends_with('\n') ? "" : "\n") + std::string("# guerdon\n") + out;
}

/// What the readers say of the new files; wrong input must be told before anything is written.
void check_files(const Files& files, const std::string& organisation_path) {
  Diagnostics findings;
  if (const auto document = yaml::parse("guerdon.yaml", files.at("guerdon.yaml"), findings))
    read_workspace(*document, findings);
  if (const auto document = yaml::parse(organisation_path, files.at(organisation_path), findings))
    read_organisation(*document, findings);
  if (findings.empty()) return;
  Diagnostic first = findings.items().front();
  first.where = {};
  throw Error(Failure::usage, std::move(first));
}

}  // namespace

std::vector<std::string> init_workspace(const NewWorkspace& wanted) {
  check_folder(wanted);
  const std::string organisation = id_or_slug(wanted.organisation_id, wanted.organisation, "--organisation-id");
  const std::string coordinator = id_or_slug(wanted.coordinator_id, wanted.coordinator, "--coordinator-id");
  Files files;
  const std::vector<Scheme> schemes = add_schemes(wanted, files);
  const std::string organisation_path = "organisations/" + organisation + ".yaml";
  files["guerdon.yaml"] = workspace_text(wanted, organisation, schemes);
  files[organisation_path] = organisation_text(wanted, organisation, coordinator);
  files[".gitignore"] = ignored(wanted, schemes);
  files[".gitattributes"] = attributes;
  files[".editorconfig"] = editor_config;
  check_files(files, organisation_path);

  std::error_code fault;
  fs::create_directories(wanted.folder, fault);
  const Root root(wanted.folder);
  // No workspace yet, so nobody else is writing; an earlier try may have been killed.
  remove_unfinished(root);
  std::vector<std::string> written;
  // guerdon.yaml makes the folder a workspace: it comes last.
  const auto write = [&](const std::string& path) {
    const fs::path file = root.resolve(path);
    if (is_there(file)) {
      if (path != ".gitignore" && path != ".gitattributes") return;
      const std::string present = read_record(root, path);
      const std::string more = missing_lines(present, files.at(path));
      if (more.empty()) return;
      write_file(file, present + more);
    } else {
      write_file(file, files.at(path));
    }
    written.push_back(path);
  };
  for (const auto& [path, bytes] : files) {
    if (path != "guerdon.yaml") write(path);
  }
  write("guerdon.yaml");
  return written;
}

}  // namespace guerdon
