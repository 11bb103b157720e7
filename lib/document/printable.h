#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace guerdon {

/// A character that a page cannot show.
struct Unprintable {
  char32_t character = 0;
  std::string fonts = {};    ///< files that were looked into, "`A.ttf` or `B.ttf`"
  std::string file = {};     ///< of a font that is for its script and not on this machine
  std::string package = {};  ///< the Debian package that brings it

  bool operator==(const Unprintable&) const = default;
};

/// The name of the script of `character`: "Latin", "Arabic", or its ISO 15924 code.
std::string script_name(char32_t character);

/// Reports each of `characters` under `page.printable` as standing in `field` ("the volunteer's name").
void report_unprintable(const std::vector<Unprintable>& characters, std::string_view field, const Location& where,
                        Diagnostics& findings);

}  // namespace guerdon
