#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "model/scheme.h"
#include "model/scheme_read.h"

namespace guerdon {

/// A scheme that came with guerdon, and the bytes of its files.
struct ShippedScheme {
  Scheme scheme;
  SchemeFiles files;
};

/// The schemes that came with guerdon, folders of templates/, sorted. Throws Error{access} when one cannot be read.
std::vector<ShippedScheme> shipped_schemes(const std::filesystem::path& data_folder);

/// The one of that id, "glore-1", or called so, "glore". Throws Error{usage} that lists them when there is none.
ShippedScheme find_shipped(const std::filesystem::path& data_folder, const std::string& name);

/// Adds the files below a folder that came with guerdon, by `to` and their paths in it. Throws Error{access} when it is
/// not complete.
void add_shipped_folder(const std::filesystem::path& from, const std::string& to,
                        std::map<std::string, std::string>& files);

}  // namespace guerdon
