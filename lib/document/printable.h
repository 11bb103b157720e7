#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace guerdon {

class Font;

/// A character that a page cannot show.
struct Unprintable {
  char32_t character = 0;
  std::string script;    ///< "Arabic"
  bool foreign = false;  ///< of a script that is not set at all; else the font lacks its glyph

  bool operator==(const Unprintable&) const = default;
};

/// The characters of `text` whose script is not Latin, Greek or Cyrillic, each once, in their order.
std::vector<Unprintable> find_foreign(std::string_view text);

/// The name of the script of `character`: "Latin", "Arabic", or its ISO 15924 code.
std::string script_name(char32_t character);

/// Reports each of `characters` under `page.printable` as standing in `field` ("the volunteer's name").
void report_unprintable(const std::vector<Unprintable>& characters, std::string_view field, const Font& font,
                        const Location& where, Diagnostics& findings);

}  // namespace guerdon
