#include "flow/scheme_versions.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/sha256.h"
#include "base/text.h"
#include "store/load.h"
#include "store/lock.h"

namespace guerdon {
namespace {

/// `scheme.yaml` with another version, every other byte as it was.
std::string with_version(const std::string& text, const std::string& version) {
  constexpr std::string_view key = "version:";
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (line.starts_with(key)) {
      const std::size_t comment = std::min(line.find(" #"), line.size());
      return text.substr(0, begin) + fmt::format("version: \"{}\"{}", version, line.substr(comment)) + text.substr(end);
    }
    begin = end + 1;
  }
  return text;
}

std::string replaced_all(std::string text, std::string_view old, std::string_view present) {
  for (std::size_t at = text.find(old); at != std::string::npos; at = text.find(old, at + present.size()))
    text.replace(at, old.size(), present);
  return text;
}

std::string schema_path(const std::string& scheme) { return fmt::format(".guerdon/schemas/case-{}.json", scheme); }

/// What an editor knows of the cases of `old`, said of those of `id`.
std::string schema_of(const std::string& schema, const Scheme& old, const std::string& id, const std::string& version) {
  return replaced_all(replaced_all(schema, old.id, id), "version " + old.version, "version " + version);
}

/// A version that is ready to be written.
struct Plan {
  std::string version;
  SchemeFiles files;
  std::optional<std::string> schema;
};

NewVersion write_version(const Root& root, const Scheme& from, const Scheme* newest, Plan plan, bool dry_run) {
  NewVersion out;
  const std::string folder = fmt::format("schemes/{}-{}", family_of(from), plan.version);
  plan.files["scheme.yaml"] = with_version(plan.files["scheme.yaml"], plan.version);
  Diagnostics findings;
  const auto made = read_scheme(folder, plan.files, findings);
  if (!made || "schemes/" + made->id != folder)
    throw Error(Failure::refused,
                fmt::format("{}/scheme.yaml does not say its version as guerdon writes it", from.folder),
                fmt::format("give `version: \"{}\"` a line of its own there", from.version));
  out.id = made->id;
  out.from = from.id;
  out.changes = newest != nullptr ? scheme_changes(*newest, *made) : std::vector<SchemeChange>{};
  // A schema without a scheme harms nobody; a scheme without its schema would be edited unaided.
  if (plan.schema) {
    out.paths.push_back(schema_path(made->id));
    if (!dry_run) write_file(root.resolve(out.paths.back()), schema_of(*plan.schema, from, made->id, plan.version));
  }
  out.paths.push_back(folder);
  if (!dry_run) write_folder(root.resolve(folder), plan.files);
  return out;
}

std::optional<std::string> schema_in(const std::filesystem::path& file) {
  return is_there(file) ? std::optional(read_file(file)) : std::nullopt;
}

}  // namespace

SchemeVersions own_schemes(const Root& root, Date today, Diagnostics& findings) {
  Diagnostics all;
  World world = load_surroundings(root, today, {}, all);
  for (const Diagnostic& finding : all.items()) {
    if (finding.where.path.starts_with("schemes/")) findings.add(finding);
  }
  return std::move(world.schemes);
}

std::map<std::string, SchemeUse, std::less<>> scheme_uses(const Root& root) {
  std::map<std::string, SchemeUse, std::less<>> out;
  Diagnostics ignored;
  for (const std::string& path : case_paths(root)) {
    const auto document = load_document(root, path, ignored);
    const yaml::Node* scheme = document ? document->root.find("scheme") : nullptr;
    if (scheme != nullptr && scheme->kind == yaml::Kind::scalar) ++out[scheme->scalar].cases;
  }
  for (const std::string& path : certificate_paths(root)) {
    if (const auto issued = load_certificate(root, path, nullptr, ignored))
      ++out[issued->certificate.scheme].certificates;
  }
  return out;
}

const Scheme* find_same(const SchemeVersions& versions, const ShippedScheme& shipped) {
  const std::string family = family_of(shipped.scheme);
  for (const auto& [id, scheme] : versions) {
    if (family_of(scheme) != family) continue;
    auto digests = shipped.scheme.file_digests;
    digests["scheme.yaml"] = sha256(with_version(shipped.files.at("scheme.yaml"), scheme.version));
    if (digests == scheme.file_digests) return &scheme;
  }
  return nullptr;
}

NewVersion update_scheme(const Root& root, const std::filesystem::path& data_folder, const std::string& name,
                         Date today, bool dry_run) {
  std::optional<Lock> lock;
  if (!dry_run) lock.emplace(root, "guerdon scheme update");
  Diagnostics ignored;
  const SchemeVersions own = own_schemes(root, today, ignored);
  const Scheme* named = find_version(own, name);
  ShippedScheme shipped = find_shipped(data_folder, named != nullptr ? family_of(*named) : name);
  if (const Scheme* same = find_same(own, shipped)) return {{}, same->id, {}, {}};
  const Scheme* newest = newest_version(own, family_of(shipped.scheme));
  Plan plan{shipped.scheme.version, std::move(shipped.files),
            schema_in(data_folder / "schemas" / fmt::format("case-{}.json", shipped.scheme.id))};
  if (newest != nullptr && !is_older_version(newest->version, plan.version))
    plan.version = next_version(newest->version);
  return write_version(root, shipped.scheme, newest, std::move(plan), dry_run);
}

NewVersion copy_scheme(const Root& root, const std::string& name, Date today, bool dry_run) {
  std::optional<Lock> lock;
  if (!dry_run) lock.emplace(root, "guerdon scheme copy");
  Diagnostics findings;
  const SchemeVersions own = own_schemes(root, today, findings);
  const Scheme* from = find_version(own, name);
  if (from == nullptr) {
    std::vector<std::string> known;
    for (const auto& [id, scheme] : own)
      known.push_back(id);
    throw Error(
        Failure::usage, fmt::format("this workspace has no scheme `{}`", sanitized(name)),
        known.empty() ? "guerdon scheme list shows those that came with guerdon" : "it has " + joined_or(known));
  }
  const Scheme* newest = newest_version(own, family_of(*from));
  Plan plan{next_version(newest->version), load_scheme_files(root, from->folder, findings),
            schema_in(root.resolve(schema_path(from->id)))};
  return write_version(root, *from, newest, std::move(plan), dry_run);
}

}  // namespace guerdon
