#include "yaml/place_at.h"

#include <algorithm>

namespace guerdon::yaml {

Place place_at(std::string_view text, std::size_t offset, std::size_t length) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t mark = text.starts_with("\xEF\xBB\xBF") && offset >= 3 ? 3 : 0;
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? mark : before.rfind('\n') + 1;
  return {static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n') + 1),
          static_cast<std::uint32_t>(offset - line_start + 1), static_cast<std::uint32_t>(length)};
}

}  // namespace guerdon::yaml
