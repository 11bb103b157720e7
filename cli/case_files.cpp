#include "cli/case_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "store/load.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// The files without those that git leaves out; where the facts of certificates are local, their digests tell of them.
std::vector<std::string> kept_by(const Git& git, const std::vector<std::string>& files) {
  const std::set<std::string> ignored = git.ignored(files);
  std::vector<std::string> out;
  for (const std::string& file : files) {
    if (!ignored.contains(file)) {
      out.push_back(file);
    } else if (file.starts_with("certificates/")) {
      out.push_back(fs::path(file).replace_extension(".sha256").string());
    }
  }
  return out;
}

/// Names that git could take for more than one, or for none, are left out.
bool is_plain(const std::string& path) {
  return std::all_of(path.begin(), path.end(), [](char c) { return c > ' ' && c != '\x7F'; });
}

std::string value_in(const Root& root, const std::string& path, std::string_view key) {
  Diagnostics ignored;
  const auto document = load_document(root, path, ignored);
  const yaml::Node* value = document ? document->root.find(key) : nullptr;
  return value != nullptr ? value->scalar : std::string();
}

}  // namespace

std::vector<std::string> files_of_case(const Root& root, const FoundCase& found, const Git& git,
                                       const std::vector<std::string>& commits) {
  std::vector<std::string> out{found.path};
  const std::string person = value_in(root, found.path, "person");
  if (PersonId::parse(person)) out.push_back(fmt::format("people/{}.yaml", person));
  const std::string names_case = fmt::format("\"case\":\"{}\"", found.id);
  std::set<std::string> certificates;
  std::set<std::string> ids;
  for (std::string& path : git.holding({names_case}, commits, "certificates"))
    certificates.insert(std::move(path));
  for (const std::string& path : certificate_paths(root)) {
    const auto text = text_here(root, path);
    if (text && text->find(names_case) != std::string::npos) certificates.insert(path);
  }
  for (const std::string& path : certificates) {
    if (path.ends_with(".credential.json") || !path.ends_with(".json")) continue;
    out.push_back(path);
    ids.insert(fs::path(path).stem().string());
  }
  std::set<std::string> events;
  for (const std::string& path : event_paths(root)) {
    const auto name = event_name(path);
    if (name && ids.contains(name->certificate)) events.insert(path);
  }
  std::vector<std::string> certificates_named;
  certificates_named.reserve(ids.size());
  for (const std::string& id : ids)
    certificates_named.push_back("certificate: " + id);
  for (std::string& path : git.holding(certificates_named, commits, "events"))
    events.insert(std::move(path));
  out.insert(out.end(), events.begin(), events.end());
  std::erase_if(out, [](const std::string& path) { return !is_plain(path); });
  return kept_by(git, out);
}

SkillNames skill_names(const Root& root, const FoundCase& found) {
  SkillNames out;
  Diagnostics ignored;
  const std::string scheme = value_in(root, found.path, "scheme");
  if (scheme.find('/') != std::string::npos) return out;
  const auto document = load_document(root, fmt::format("schemes/{}/competences.yaml", scheme), ignored);
  const yaml::Node* skills = document ? document->root.find("skills") : nullptr;
  if (skills == nullptr) return out;
  for (const yaml::Node& skill : skills->items) {
    const yaml::Node* id = skill.find("skill");
    const yaml::Node* name = skill.find("name");
    if (id != nullptr && name != nullptr) out.emplace(id->scalar, name->scalar);
  }
  return out;
}

std::optional<std::string> text_here(const Root& root, const std::string& path) {
  try {
    if (!is_there(root.resolve(path))) return std::nullopt;
    return read_record(root, path);
  } catch (const MachineFault&) {
    throw;
  } catch (const Error&) {
    return std::nullopt;
  }
}

Json changes_json(const std::vector<ToldChange>& changes) {
  Json out = Json::array();
  for (const ToldChange& change : changes)
    out.push_back(Json::object({{"path", change.path}, {"what", change.what}, {"words", change.words}}));
  return out;
}

std::string changes_text(const std::vector<ToldChange>& changes, std::size_t indent) {
  std::string out;
  for (const ToldChange& change : changes)
    out += std::string(indent, ' ') + sanitized(change.words) + '\n';
  return out;
}

}  // namespace guerdon
