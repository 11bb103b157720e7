#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace guerdon::import {

/// Thrown inside a module: why a file is not taken, and the way out.
struct Fault {
  std::string message;
  std::string hint;
};

[[noreturn]] inline void refuse_cmyk() {
  throw Fault{"the page has colours in CMYK without a profile; certificates are in sRGB", "export it in sRGB"};
}

/// The first 60 bytes of what a file says, fit to stand in backquotes.
inline std::string shown(std::string_view text) {
  std::string out(text.substr(0, 60));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c < ' ' || c > '~' || c == '`'; }, '?');
  return out;
}

}  // namespace guerdon::import
