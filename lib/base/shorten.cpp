#include "base/shorten.h"

#include <unigbrk.h>

#include "base/text.h"

namespace guerdon {

std::string shortened(std::string_view text, std::size_t width) {
  if (display_width(text) <= width) return std::string(text);
  if (width == 0) return {};
  const auto* const begin = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto* const end = begin + text.size();
  std::size_t length = 0;
  std::size_t used = 0;
  while (length < text.size()) {
    const auto next = static_cast<std::size_t>(u8_grapheme_next(begin + length, end) - begin);
    used += display_width(text.substr(length, next - length));
    if (used + 1 > width) break;
    length = next;
  }
  while (length > 0 && text[length - 1] == ' ')
    --length;
  return std::string(text.substr(0, length)) + "…";
}

}  // namespace guerdon
