#pragma once

#include <string>
#include <vector>

#include "yaml/edit.h"

namespace guerdon::yaml {

/// A line of a record that is being laid out anew.
struct LaidLine {
  enum class Kind : std::uint8_t { entry, comment, raw };  ///< raw: of a text under `|`, kept as it stands
  Kind kind = Kind::entry;
  std::size_t indent = 0;
  std::string text;          ///< without the indent
  std::string key;           ///< of an entry in the first column
  bool after_blank = false;  ///< whether a blank line stood before it
  bool before_blank = true;  ///< false for what ends with blank lines of its own
};

/// The lines as one text: the modeline first, the sections in their order, each under its banner.
std::string arranged(std::vector<LaidLine> lines, const std::vector<SectionName>& sections);

}  // namespace guerdon::yaml
