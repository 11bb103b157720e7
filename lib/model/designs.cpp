#include "model/designs.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/once.h"

namespace guerdon {
namespace {

/// Whether a file that is named as a design of `kind` is a usual one, or one of another kind: a kind may be called
/// `portfolio` and another `portfolio-confirmation`.
bool is_taken(const Scheme& scheme, std::string_view kind, const std::string& file) {
  const auto claims = [&](const auto& one) {
    return one.design == file || (one.id.size() > kind.size() && file.starts_with(one.id + '-'));
  };
  return std::any_of(scheme.certificates.begin(), scheme.certificates.end(), claims) ||
         std::any_of(scheme.documents.begin(), scheme.documents.end(), claims);
}

}  // namespace

std::string design_file(const Scheme& scheme, std::string_view kind, std::string_view usual_file,
                        std::string_view name) {
  if (name.empty() || name == scheme.usual_design) return std::string(usual_file);
  std::string file = fmt::format("{}-{}.yaml", kind, name);
  return scheme.file_digests.contains(file) && !is_taken(scheme, kind, file) ? file : std::string();
}

std::string chosen_design(const Scheme& scheme, std::string_view kind, const std::string& usual_file,
                          std::string_view asked, std::string_view preferred) {
  if (!asked.empty()) return design_file(scheme, kind, usual_file, asked);
  std::string file = design_file(scheme, kind, usual_file, preferred);
  return file.empty() ? usual_file : file;
}

std::vector<std::string> design_names(const Scheme& scheme, std::string_view kind) {
  std::vector<std::string> out{scheme.usual_design};
  const std::string begin = fmt::format("{}-", kind);
  const std::string_view end = ".yaml";
  for (const auto& [file, digest] : scheme.file_digests) {
    const bool is_named = file.starts_with(begin) && file.ends_with(end) && file.find('/') == std::string::npos;
    if (!is_named || is_taken(scheme, kind, file)) continue;
    out.push_back(file.substr(begin.size(), file.size() - begin.size() - end.size()));
  }
  return out;
}

std::vector<std::string> design_names(const std::map<std::string, Scheme, std::less<>>& schemes) {
  std::vector<std::string> out;
  const auto add = [&](const Scheme& scheme, const auto& kinds) {
    for (const auto& kind : kinds) {
      for (std::string& name : design_names(scheme, kind.id))
        out.push_back(std::move(name));
    }
  };
  for (const auto& [id, scheme] : schemes) {
    add(scheme, scheme.certificates);
    add(scheme, scheme.documents);
  }
  return once(out);
}

}  // namespace guerdon
