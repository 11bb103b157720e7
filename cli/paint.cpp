#include "cli/paint.h"

#include <fmt/format.h>

#include <array>

namespace guerdon {

std::string painted(std::string_view text, Ink ink, bool colour) {
  if (!colour || text.empty()) return std::string(text);
  constexpr std::array codes{"1", "2", "1;31", "1;33", "1;32", "1;36"};
  return fmt::format("\x1b[{}m{}\x1b[0m", codes.at(static_cast<std::size_t>(ink)), text);
}

}  // namespace guerdon
