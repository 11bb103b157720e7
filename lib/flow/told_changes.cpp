#include "flow/told_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/json.h"
#include "flow/change_words.h"
#include "flow/differences.h"
#include "yaml/parse.h"

namespace guerdon {
namespace {

using yaml::Node;
using Told = std::vector<ToldChange>;

/// Sections in which one part is filled after the other.
constexpr std::string_view sections_in_parts[] = {"participation", "evaluation", "documentation"};

std::string folder_of(const std::string& path) { return path.substr(0, path.find('/')); }

std::string stem_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

std::string joined(const std::vector<std::string>& path) {
  std::string out;
  for (const std::string& part : path)
    out += (out.empty() ? "" : ".") + part;
  return out;
}

/// The tree of a text; that of an empty mapping where there is no text, nothing where it cannot be read.
std::optional<Node> tree_of(const std::string& path, const std::optional<std::string>& text) {
  Node none;
  none.kind = yaml::Kind::mapping;
  if (!text) return none;
  Diagnostics ignored;
  auto document = yaml::parse(path, *text, ignored);
  if (!document) return std::nullopt;
  return document->root.kind == yaml::Kind::mapping ? std::move(document->root) : none;
}

/// The differences, those of a section in parts for each part.
std::vector<Difference> parted(std::vector<Difference> found) {
  std::vector<Difference> out;
  for (Difference& one : found) {
    const bool in_parts = one.path.size() == 1 && std::find(std::begin(sections_in_parts), std::end(sections_in_parts),
                                                            one.path.front()) != std::end(sections_in_parts);
    const Node* there = one.after != nullptr ? one.after : one.before;
    if (!in_parts || (one.before != nullptr && one.after != nullptr) || there->kind != yaml::Kind::mapping) {
      out.push_back(std::move(one));
      continue;
    }
    static const Node none = [] {
      Node node;
      node.kind = yaml::Kind::mapping;
      return node;
    }();
    for (Difference& part : differences(one.after != nullptr ? none : *there, one.after != nullptr ? *there : none)) {
      part.path.insert(part.path.begin(), one.path.front());
      out.push_back(std::move(part));
    }
  }
  return out;
}

void tell_record(const FileChange& file, const SkillNames& skills, Told& out) {
  const auto before = tree_of(file.path, file.before);
  const auto after = tree_of(file.path, file.after);
  if (!before || !after) {
    out.push_back({file.path, "", !after ? "the record cannot be read" : "the record can be read again"});
    return;
  }
  if (!file.after) {
    out.push_back({file.path, "", "the record was removed"});
    return;
  }
  const bool fresh = !file.before;
  const std::size_t first = out.size();
  for (const Difference& one : parted(differences(*before, *after))) {
    const std::string& section = one.path.front();
    const bool head = section == "format" || section == "case" || section == "person" || section == "scheme";
    if (fresh && head) continue;
    out.push_back({file.path, joined(one.path), words_of(one, skills)});
  }
  if (out.size() == first) out.push_back({file.path, "", fresh ? "the record was made" : "comments or layout changed"});
}

/// Of a person only what changed is told: a name that somebody gave up comes up nowhere.
void tell_person(const FileChange& file, Told& out) {
  if (!file.before || !file.after) {
    out.push_back(
        {file.path, "", file.after ? "the volunteer's record was made" : "the volunteer's record was removed"});
    return;
  }
  const auto before = tree_of(file.path, file.before);
  const auto after = tree_of(file.path, file.after);
  if (!before || !after) {
    out.push_back({file.path, "", "the volunteer's record changed"});
    return;
  }
  std::vector<std::string> keys;
  for (const Difference& one : differences(*before, *after)) {
    if (std::find(keys.begin(), keys.end(), one.path.front()) == keys.end()) keys.push_back(one.path.front());
  }
  for (std::string& key : keys) {
    std::string words = key;
    std::replace(words.begin(), words.end(), '-', ' ');
    out.push_back({file.path, std::move(key), fmt::format("the volunteer's {} changed", words)});
  }
  if (keys.empty()) out.push_back({file.path, "", "comments or layout changed"});
}

void tell_certificate(const FileChange& file, Told& out) {
  const std::string id = stem_of(file.path);
  if (file.before) {
    out.push_back({file.path, "", fmt::format("certificate {} {}", id, file.after ? "was edited" : "was removed")});
    return;
  }
  JsonFault fault;
  const auto facts = parse_json(file.after.value_or(""), fault);
  std::string of;
  for (const char* key : {"kind", "competence", "language"}) {
    const Json* value = facts ? facts->find(key) : nullptr;
    if (value != nullptr && value->as_string() != nullptr) of += (of.empty() ? " (" : ", ") + *value->as_string();
  }
  out.push_back({file.path, "", fmt::format("certificate {} issued{}", id, of.empty() ? "" : of + ")")});
}

void tell_event(const FileChange& file, Told& out) {
  const std::string name = stem_of(file.path);
  const std::string id = name.substr(0, name.rfind('-'));
  const auto event = tree_of(file.path, file.after);
  const Node* kind = event ? event->find("event") : nullptr;
  if (file.before || kind == nullptr) {
    out.push_back({file.path, "",
                   fmt::format("event {} of certificate {} {}", name.substr(name.rfind('-') + 1), id,
                               file.after ? "changed" : "was removed")});
    return;
  }
  std::string words = fmt::format("certificate {} {}", id, kind->scalar);
  if (const Node* by = event->find("replaced-by")) words += " by " + by->scalar;
  if (const Node* on = event->find("on")) words += fmt::format(" ({})", spoken(*on));
  out.push_back({file.path, "", std::move(words)});
}

/// A case that left one path for another is one change.
std::vector<FileChange> with_moves(std::vector<FileChange> files, Told& out) {
  const auto is_side = [](bool gone) {
    return [gone](const FileChange& file) {
      return folder_of(file.path) == "cases" && (gone ? file.before && !file.after : file.after && !file.before);
    };
  };
  const auto from = std::find_if(files.begin(), files.end(), is_side(true));
  const auto to = std::find_if(files.begin(), files.end(), is_side(false));
  if (from == files.end() || to == files.end()) return files;
  out.push_back({to->path, "", fmt::format("moved from {}", from->path)});
  to->before = std::move(from->before);
  files.erase(from);
  std::erase_if(files,
                [](const FileChange& file) { return folder_of(file.path) == "cases" && file.before == file.after; });
  return files;
}

}  // namespace

std::vector<ToldChange> told_changes(const std::vector<FileChange>& files, const SkillNames& skills) {
  Told out;
  for (const FileChange& file : with_moves(files, out)) {
    if (file.before == file.after) continue;
    const std::string folder = folder_of(file.path);
    if (folder == "people") {
      tell_person(file, out);
    } else if (folder == "certificates") {
      tell_certificate(file, out);
    } else if (folder == "events") {
      tell_event(file, out);
    } else {
      tell_record(file, skills, out);
    }
  }
  return out;
}

}  // namespace guerdon
