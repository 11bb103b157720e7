#include "cli/chosen_paths.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {
namespace fs = std::filesystem;

std::vector<std::string> chosen_paths(const Context& context, const Root& root, const std::vector<std::string>& named) {
  std::vector<std::string> out;
  for (const std::string& path : named) {
    std::error_code fault;
    const fs::path file = fs::weakly_canonical(context.folder / path, fault);
    if (fault || !fs::exists(file, fault))
      throw Error(Failure::usage, fmt::format("there is no file `{}`", sanitized(path)), "name a record, or a folder");
    const std::string inside = file.lexically_relative(fs::weakly_canonical(root.folder(), fault)).string();
    if (inside.starts_with(".."))
      throw Error(Failure::usage, fmt::format("`{}` is not in this workspace", sanitized(path)),
                  "name a record, or a folder of records");
    out.push_back(inside);
  }
  return out;
}

}  // namespace guerdon
