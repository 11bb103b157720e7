#include "flow/canonical_records.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "base/error.h"
#include "base/text.h"
#include "store/load.h"
#include "store/lock.h"
#include "yaml/canonical.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// Folders whose records everybody may lay out.
constexpr std::string_view open_folders[] = {"organisations", "people", "practitioners", "cases", "events"};

std::string first_part(const std::string& path) { return path.substr(0, path.find('/')); }

bool is_yaml(const std::string& path) {
  return path.ends_with(".yaml") && !fs::path(path).filename().string().starts_with('.');
}

/// Designs and empty answers are laid out by whoever draws them.
bool is_of_scheme(const std::string& path) {
  const fs::path inside = fs::path(path).lexically_relative("schemes");
  const std::string name = inside.filename().string();
  const std::string folder = inside.parent_path().filename().string();
  return first_part(path) == "schemes" && (name == "scheme.yaml" || name == "competences.yaml" || folder == "text");
}

bool is_record(const std::string& path) {
  const std::string top = first_part(path);
  const bool in_folder = std::find(std::begin(open_folders), std::end(open_folders), top) != std::end(open_folders);
  return is_yaml(path) && (path == "guerdon.yaml" || is_of_scheme(path) || in_folder);
}

/// Every record below a folder, hidden files aside.
void add_below(const Root& root, const std::string& folder, std::vector<std::string>& out) {
  const fs::path real = root.resolve(folder);
  for (const std::string& name : names_in(real)) {
    if (name.starts_with('.')) continue;
    const std::string path = fmt::format("{}/{}", folder, name);
    if (is_folder(real / name)) {
      add_below(root, path, out);
    } else if (is_record(path)) {
      out.push_back(path);
    }
  }
}

void add_everything(const Root& root, std::vector<std::string>& out) {
  out.emplace_back("guerdon.yaml");
  for (const std::string_view folder : open_folders)
    add_below(root, std::string(folder), out);
}

std::vector<std::string> chosen_records(const Root& root, const std::vector<std::string>& paths) {
  std::vector<std::string> out;
  if (paths.empty()) add_everything(root, out);
  for (const std::string& path : paths) {
    if (path == ".") {
      add_everything(root, out);
    } else if (is_folder(root.folder() / path)) {
      add_below(root, path, out);
    } else if (is_record(path)) {
      out.push_back(path);
    } else {
      throw Error(Failure::usage, fmt::format("`{}` is no record that is laid out", sanitized(path)),
                  "records are guerdon.yaml and the YAML files of organisations, people, practitioners, cases, events; "
                  "of a scheme, scheme.yaml, competences.yaml and its texts");
    }
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

/// What the files of a workspace say of how others are laid out, each read once.
class Surroundings {
 public:
  explicit Surroundings(const Root& root) : root_(root) {}

  /// The sections of a case; empty for any other record. Reports a scheme that cannot be read.
  std::optional<std::vector<yaml::SectionName>> sections(const yaml::Document& document, Diagnostics& findings) {
    if (first_part(document.path) != "cases") return std::vector<yaml::SectionName>{};
    const yaml::Node* scheme = document.root.find("scheme");
    if (scheme == nullptr || scheme->scalar.empty() || scheme->scalar.find('/') != std::string::npos) {
      findings.error("format", {document.path, scheme != nullptr ? scheme->place : document.root.place},
                     "the case does not say which scheme it follows", "write `scheme: glore-1` below its id");
      return std::nullopt;
    }
    auto known = sections_.find(scheme->scalar);
    if (known == sections_.end()) known = sections_.emplace(scheme->scalar, read_sections(scheme->scalar)).first;
    if (known->second.empty()) {
      findings.error("format", {document.path, scheme->place},
                     fmt::format("the sections of the scheme `{}` are not known", sanitized(scheme->scalar)),
                     fmt::format("see schemes/{}/scheme.yaml: guerdon check", sanitized(scheme->scalar)));
      return std::nullopt;
    }
    return known->second;
  }

  /// The certificate that names the scheme whose file `path` is; empty for none, and for other records.
  std::string frozen_by(const std::string& path) {
    if (first_part(path) != "schemes") return {};
    if (!frozen_) {
      frozen_.emplace();
      Diagnostics ignored;
      for (const std::string& facts : certificate_paths(root_)) {
        if (const auto issued = load_certificate(root_, facts, nullptr, ignored))
          frozen_->emplace(issued->certificate.scheme, issued->certificate.id.text);
      }
    }
    const std::string rest = path.substr(path.find('/') + 1);
    const auto found = frozen_->find(first_part(rest));
    return found == frozen_->end() ? std::string() : found->second;
  }

 private:
  [[nodiscard]] std::vector<yaml::SectionName> read_sections(const std::string& scheme) const {
    Diagnostics ignored;
    std::vector<yaml::SectionName> out;
    const auto document = load_document(root_, fmt::format("schemes/{}/scheme.yaml", scheme), ignored);
    const yaml::Node* sections = document ? document->root.find("sections") : nullptr;
    if (sections == nullptr) return out;
    for (const yaml::Node& section : sections->items) {
      const yaml::Node* key = section.find("section");
      const yaml::Node* title = section.find("title");
      if (key != nullptr && title != nullptr) out.push_back({key->scalar, title->scalar});
    }
    return out;
  }

  const Root& root_;
  std::map<std::string, std::vector<yaml::SectionName>> sections_;
  std::optional<std::map<std::string, std::string>> frozen_;  ///< by scheme, a certificate that names it
};

/// The record as it should stand; empty when that is refused, which is reported.
std::optional<std::string> laid_out(const yaml::Document& document, Surroundings& around, Diagnostics& findings) {
  if (const std::string certificate = around.frozen_by(document.path); !certificate.empty()) {
    findings.error("fmt", {document.path, {}},
                   fmt::format("certificate {} names this version of the scheme", certificate),
                   "it stays as it is; an edit of a scheme is a new version");
    return std::nullopt;
  }
  const auto sections = around.sections(document, findings);
  if (!sections) return std::nullopt;
  try {
    return yaml::canonical(document, *sections);
  } catch (const Error& error) {
    findings.add(error.finding());
    return std::nullopt;
  }
}

}  // namespace

CanonicalRecords lay_out_records(const Root& root, const std::vector<std::string>& paths, bool write) {
  std::optional<Lock> lock;
  if (write) lock.emplace(root, "guerdon fmt");
  CanonicalRecords out;
  Surroundings around(root);
  for (const std::string& path : chosen_records(root, paths)) {
    const bool named = std::find(paths.begin(), paths.end(), path) != paths.end();
    if (!named && !around.frozen_by(path).empty()) continue;
    ++out.looked_at;
    const auto document = load_document(root, path, out.findings);
    const auto text = document ? laid_out(*document, around, out.findings) : std::nullopt;
    if (!text) {
      out.refused.insert(path);
    } else if (*text != document->text) {
      if (write) write_file(root.resolve(path), *text);
      out.changed.push_back(path);
    }
  }
  out.findings.sort();
  return out;
}

}  // namespace guerdon
