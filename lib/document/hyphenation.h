#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guerdon {

/// A file of patterns that say where words of a language may be parted.
struct PatternFile {
  std::string name;  ///< "hyph_it_IT.dic"
  std::string sha256;
};

/// The patterns for `language` (BCP 47) of this machine; empty where it has none.
std::optional<PatternFile> patterns_for(std::string_view language);

/// Offsets in `text` where a word may be parted with a hyphen, rising. What begins with a capital is taken for a name,
/// but in German, and stays whole; so does what holds a digit or a sign of an address. None without patterns or without
/// the library libhyphen.
std::vector<std::size_t> hyphen_points(std::string_view text, std::string_view language);

}  // namespace guerdon
