#include "store/load.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <tuple>

#include "base/error.h"
#include "base/json.h"
#include "base/sha256.h"
#include "base/text.h"
#include "model/case_read.h"
#include "model/event_read.h"
#include "model/organisation_read.h"
#include "model/person_read.h"
#include "model/practitioner_read.h"
#include "model/scheme_read.h"
#include "yaml/parse.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// Facts of one certificate are some thousand bytes long.
constexpr std::uintmax_t max_facts_bytes = 1'000'000;

/// Relative paths of the files in `folder` with that ending, sorted; none when the folder is missing. Hidden files do
/// not count.
std::vector<std::string> files_in(const Root& root, const std::string& folder, std::string_view ending) {
  std::vector<std::string> out;
  for (const std::string& name : names_in(root.resolve(folder))) {
    if (!name.starts_with('.') && name.ends_with(ending)) out.push_back(fmt::format("{}/{}", folder, name));
  }
  return out;
}

std::vector<std::string> folders_in(const Root& root, const std::string& folder) {
  std::vector<std::string> out;
  const fs::path real = root.resolve(folder);
  for (const std::string& name : names_in(real)) {
    if (!name.starts_with('.') && is_folder(real / name)) out.push_back(fmt::format("{}/{}", folder, name));
  }
  return out;
}

std::vector<std::string> files_by_year(const Root& root, const std::string& folder, std::string_view ending) {
  std::vector<std::string> out;
  for (const std::string& year : folders_in(root, folder)) {
    const auto files = files_in(root, year, ending);
    out.insert(out.end(), files.begin(), files.end());
  }
  return out;
}

void report(const Error& error, const std::string& path, Diagnostics& findings) {
  Diagnostic finding = error.finding();
  if (finding.where.path.empty()) finding.where.path = path;
  if (finding.rule.empty()) finding.rule = "workspace";
  findings.add(std::move(finding));
}

/// The bytes of a record; that it cannot be read is a finding, and the other records are read all the same.
std::optional<std::string> try_read(const Root& root, const std::string& path, Diagnostics& findings,
                                    std::uintmax_t limit = 64'000'000) {
  try {
    return read_record(root, path, limit);
  } catch (const MachineFault&) {
    throw;
  } catch (const Error& error) {
    report(error, path, findings);
    return std::nullopt;
  }
}

void add_files(const Root& root, const std::string& folder, const std::string& inner, SchemeFiles& files,
               Diagnostics& findings) {
  for (const std::string& path : files_in(root, folder, "")) {
    const std::string name = inner + fs::path(path).filename().string();
    std::error_code unknown;
    if (fs::is_directory(fs::symlink_status(root.folder() / path, unknown))) {
      add_files(root, path, name + '/', files, findings);
    } else if (auto bytes = try_read(root, path, findings)) {
      files[name] = std::move(*bytes);
    }
  }
}

void load_schemes(const Root& root, const Languages& languages, World& world, Diagnostics& findings) {
  for (const std::string& folder : folders_in(root, "schemes")) {
    SchemeFiles files;
    try {
      files = load_scheme_files(root, folder, findings);
    } catch (const MachineFault&) {
      throw;
    } catch (const Error& error) {
      report(error, folder, findings);
      continue;
    }
    auto scheme = read_scheme(folder, files, findings, languages ? &*languages : nullptr);
    if (!scheme) continue;
    const std::string id = scheme->id;
    if (folder != "schemes/" + id) {
      findings.error("format", {folder + "/scheme.yaml", {}},
                     fmt::format("this is the scheme `{}`, its folder is `{}`", id, folder),
                     fmt::format("name the folder schemes/{}", id));
    }
    world.schemes.emplace(id, std::move(*scheme));
  }
}

/// A record's id must be its file's name: other records find it by that name.
void check_file_name(const std::string& path, const std::string& id, Place place, Diagnostics& findings) {
  const std::string name = fs::path(path).stem().string();
  if (!id.empty() && name != id) {
    findings.error("case.ids", {path, place}, fmt::format("the file is named `{}`, its id is `{}`", name, id),
                   "rename the file, or mend the id");
  }
}

/// A logo is named by its digest in what is issued: the file must be there.
void read_logo(const Root& root, Organisation& organisation, Diagnostics& findings) {
  if (!organisation.logo) return;
  Logo& logo = *organisation.logo;
  try {
    logo.sha256 = sha256(read_record(root, organisation_file(logo.file.value)));
  } catch (const MachineFault&) {
    throw;
  } catch (const Error& error) {
    findings.error("format", {organisation.path, logo.file.place}, error.finding().message, error.finding().hint);
  }
}

void load_organisations(const Root& root, World& world, Diagnostics& findings) {
  for (const std::string& path : files_in(root, "organisations", ".yaml")) {
    const auto document = load_document(root, path, findings);
    if (!document) continue;
    auto organisation = read_organisation(*document, findings);
    if (!organisation) continue;
    read_logo(root, *organisation, findings);
    check_file_name(path, organisation->id.value, organisation->id.place, findings);
    const std::string id = organisation->id.value;
    world.organisations.emplace(id, std::move(*organisation));
  }
}

void load_practitioners(const Root& root, World& world, Diagnostics& findings) {
  for (const std::string& path : files_in(root, "practitioners", ".yaml")) {
    const auto document = load_document(root, path, findings);
    if (!document) continue;
    auto practitioner = read_practitioner(*document, findings);
    if (!practitioner) continue;
    check_file_name(path, practitioner->id.value, practitioner->id.place, findings);
    const std::string id = practitioner->id.value;
    world.practitioners.emplace(id, std::move(*practitioner));
  }
}

/// An event whose file is named as none is has no place in the order: `check` tells.
void load_events(const Root& root, World& world, Diagnostics& findings) {
  for (const std::string& path : event_paths(root)) {
    const auto document = load_document(root, path, findings);
    if (!document) continue;
    auto event = read_event(*document, findings);
    if (!event) continue;
    if (const auto name = event_name(path)) event->number = name->number;
    const std::string id = event->certificate.value.text;
    world.events[id].push_back(std::move(*event));
  }
  for (auto& [id, events] : world.events) {
    std::stable_sort(events.begin(), events.end(),
                     [](const Event& left, const Event& right) { return left.number < right.number; });
  }
}

}  // namespace

std::optional<yaml::Document> load_document(const Root& root, const std::string& path, Diagnostics& findings) {
  auto text = try_read(root, path, findings, yaml::max_file_bytes);
  if (!text) return std::nullopt;
  return yaml::parse(path, std::move(*text), findings);
}

Workspace load_workspace(const Root& root) {
  Diagnostics findings;
  const auto document = load_document(root, "guerdon.yaml", findings);
  std::optional<Workspace> workspace;
  if (document) workspace = read_workspace(*document, findings);
  if (findings.empty()) return *workspace;
  // A key that is missing and one that is not known are often one misspelt word: both are told.
  Diagnostic first = findings.items().front();
  for (auto other = findings.items().begin() + 1; other != findings.items().end(); ++other) {
    first.hint += fmt::format("{}line {}: {}{}{}", first.hint.empty() ? "" : "\n", other->where.place.line,
                              other->message, other->hint.empty() ? "" : "; ", other->hint);
  }
  throw Error(Failure::access, std::move(first));
}

std::map<std::string, std::string> load_scheme_files(const Root& root, const std::string& folder,
                                                     Diagnostics& findings) {
  SchemeFiles files;
  add_files(root, folder, "", files, findings);
  return files;
}

std::vector<std::string> case_paths(const Root& root) { return files_by_year(root, "cases", ".yaml"); }

std::vector<std::string> certificate_paths(const Root& root) {
  std::vector<std::string> out = files_by_year(root, "certificates", ".json");
  std::erase_if(out, [](const std::string& path) { return path.ends_with(".credential.json"); });
  return out;
}

std::vector<std::string> digest_paths(const Root& root) { return files_by_year(root, "certificates", ".sha256"); }

std::vector<std::string> event_paths(const Root& root) {
  std::vector<std::string> out = files_in(root, "events", ".yaml");
  const auto order = [](const std::string& path) {
    const auto name = event_name(path);
    return name ? std::tuple(name->certificate, name->number) : std::tuple(path, 0);
  };
  std::stable_sort(out.begin(), out.end(),
                   [&](const std::string& left, const std::string& right) { return order(left) < order(right); });
  return out;
}

std::optional<EventName> event_name(const std::string& path) {
  const std::string stem = fs::path(path).stem().string();
  const std::size_t dash = stem.rfind('-');
  if (dash == std::string::npos) return std::nullopt;
  EventName out{stem.substr(0, dash), 0};
  const auto id = CertificateId::parse(out.certificate);
  if (!id || id->text != out.certificate || stem[dash + 1] == '0') return std::nullopt;
  const char* end = stem.data() + stem.size();
  const auto [read_to, fault] = std::from_chars(stem.data() + dash + 1, end, out.number);
  if (fault != std::errc{} || read_to != end || out.number < 1 || out.number > 999) return std::nullopt;
  return out;
}

std::optional<Case> load_case(const Root& root, const std::string& path, const World& world, Diagnostics& findings) {
  const auto document = load_document(root, path, findings);
  if (!document) return std::nullopt;
  auto record = read_case(*document, world.schemes, findings);
  if (record) check_file_name(path, record->id.value.text, record->id.place, findings);
  return record;
}

bool may_be_of(std::string_view facts, std::string_view case_id) {
  return facts.find(case_id) != std::string_view::npos || facts.find("\"case\":\"") == std::string_view::npos;
}

/// Whether `text` is the facts of `digest` as they were written: canonical, so that what was digested is the text
/// without that member.
bool is_as_written(std::string_view text, const std::string& digest) {
  const std::string member = "\"digest\":\"" + digest + "\",";
  const std::size_t at = text.find(member);
  if (at == std::string_view::npos || !text.ends_with("}\n")) return false;
  std::string rest(text.substr(0, at));
  rest.append(text.substr(at + member.size()));
  rest.pop_back();
  return sha256(rest) == digest;
}

std::optional<Issued> load_certificate(const Root& root, const std::string& path, const std::set<std::string>* cases,
                                       Diagnostics& findings, std::string* written) {
  const auto text = try_read(root, path, findings, max_facts_bytes);
  if (!text) return std::nullopt;
  const auto is_of = [&](const std::string& id) { return may_be_of(*text, id); };
  if (cases != nullptr && std::none_of(cases->begin(), cases->end(), is_of)) return std::nullopt;
  JsonFault fault;
  const auto json = parse_json(*text, fault);
  if (!json) {
    findings.error("format", {path, {}}, fmt::format("the facts are damaged: {}, byte {}", fault.message, fault.offset),
                   "take the file from git again");
    return std::nullopt;
  }
  auto certificate = read_certificate(*json, path, findings);
  if (!certificate) return std::nullopt;
  check_file_name(path, certificate->id.text, {}, findings);
  const std::string& digest = *json->find("digest")->as_string();
  const bool as_written = is_as_written(*text, digest);
  if (as_written && written != nullptr) *written = *text;
  if (!as_written && digest != facts_digest(*json)) {
    findings.error(
        "format", {path, {}},
        "the facts were edited after issue: they do not fit the digest that they were issued with",
        fmt::format("git log -p -- {} shows what was changed; a certificate that is wrong is replaced by a new one",
                    path));
  }
  return Issued{path, std::move(*certificate)};
}

void load_person(const Root& root, const std::string& path, World& world, Diagnostics& findings) {
  const auto document = load_document(root, path, findings);
  if (!document) return;
  auto person = read_person(*document, findings);
  if (!person) return;
  check_file_name(path, person->id.value.text, person->id.place, findings);
  const std::string id = person->id.value.text;
  world.people.emplace(id, std::move(*person));
}

World load_surroundings(const Root& root, Date today, const Languages& languages, Diagnostics& findings) {
  World world;
  world.today = today;
  load_schemes(root, languages, world, findings);
  load_organisations(root, world, findings);
  load_practitioners(root, world, findings);
  load_events(root, world, findings);
  return world;
}

World load_world(const Root& root, Date today, const Scope& scope, Diagnostics& findings) {
  World world = load_surroundings(root, today, scope.languages, findings);
  if (scope.everything) {
    for (const std::string& path : files_in(root, "people", ".yaml"))
      load_person(root, path, world, findings);
  } else {
    for (const std::string& id : scope.people) {
      const std::string path = "people/" + id + ".yaml";
      if (is_there(root.folder() / path)) load_person(root, path, world, findings);
    }
  }
  const std::vector<std::string> facts = scope.certificates ? certificate_paths(root) : std::vector<std::string>();
  for (const std::string& path : facts) {
    auto issued = load_certificate(root, path, scope.everything ? nullptr : &scope.cases, findings);
    if (!issued) continue;
    const std::string id = issued->certificate.case_id.text;
    if (scope.everything || scope.cases.contains(id)) world.issued.emplace(id, std::move(*issued));
  }
  for (const std::string& path : case_paths(root))
    world.case_paths.emplace(fs::path(path).stem().string(), path);
  return world;
}

}  // namespace guerdon
