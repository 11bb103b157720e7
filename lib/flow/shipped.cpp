#include "flow/shipped.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "model/scheme_version.h"
#include "store/file.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

ShippedScheme read_shipped(const fs::path& folder) {
  ShippedScheme out;
  std::map<std::string, std::string> files;
  add_shipped_folder(folder, "", files);
  for (auto& [path, bytes] : files)
    out.files[path.substr(1)] = std::move(bytes);
  Diagnostics findings;
  auto scheme = read_scheme("templates/" + folder.filename().string(), out.files, findings);
  if (!scheme) throw Error(Failure::access, findings.items().front());
  out.scheme = std::move(*scheme);
  return out;
}

}  // namespace

std::vector<ShippedScheme> shipped_schemes(const fs::path& data_folder) {
  std::vector<fs::path> folders;
  std::error_code fault;
  for (fs::directory_iterator it(data_folder / "templates", fault), end; !fault && it != end; it.increment(fault)) {
    std::error_code none;
    if (fs::is_regular_file(it->path() / "scheme.yaml", none)) folders.push_back(it->path());
  }
  std::sort(folders.begin(), folders.end());
  std::vector<ShippedScheme> out;
  out.reserve(folders.size());
  for (const fs::path& folder : folders)
    out.push_back(read_shipped(folder));
  return out;
}

ShippedScheme find_shipped(const fs::path& data_folder, const std::string& name) {
  std::error_code none;
  if (const fs::path folder = data_folder / "templates" / name; fs::is_regular_file(folder / "scheme.yaml", none))
    return read_shipped(folder);
  std::vector<std::string> known;
  for (ShippedScheme& shipped : shipped_schemes(data_folder)) {
    known.push_back(family_of(shipped.scheme));
    if (shipped.scheme.id == name || known.back() == name) return std::move(shipped);
  }
  if (known.empty())
    throw Error(Failure::access,
                fmt::format("what came with guerdon is not complete: `{}`", (data_folder / "templates").string()),
                "install guerdon again");
  throw Error(Failure::usage, fmt::format("no scheme `{}` came with guerdon", sanitized(name)),
              "those that did are " + joined_or(known));
}

void add_shipped_folder(const fs::path& from, const std::string& to, std::map<std::string, std::string>& files) {
  std::error_code fault;
  for (fs::directory_iterator it(from, fault), end; !fault && it != end; it.increment(fault)) {
    const std::string path = to + '/' + it->path().filename().string();
    if (it->is_directory()) {
      add_shipped_folder(it->path(), path, files);
    } else {
      files[path] = read_file(it->path());
    }
  }
  if (fault)
    throw Error(Failure::access, fmt::format("what came with guerdon is not complete: `{}`", from.string()),
                "install guerdon again");
}

}  // namespace guerdon
