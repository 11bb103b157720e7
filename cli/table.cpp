#include "cli/table.h"

#include <algorithm>

#include "base/text.h"

namespace guerdon {

std::vector<std::string> aligned(const std::vector<std::vector<std::string>>& lines) {
  std::vector<std::size_t> widths;
  for (const auto& line : lines) {
    widths.resize(std::max(widths.size(), line.size()));
    for (std::size_t i = 0; i < line.size(); ++i)
      widths[i] = std::max(widths[i], display_width(line[i]));
  }
  std::vector<std::string> out;
  for (const auto& line : lines) {
    std::string text = "  ";
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
      text += line[i] + std::string(widths[i] + 2 - display_width(line[i]), ' ');
    out.push_back(text + line.back() + '\n');
  }
  return out;
}

}  // namespace guerdon
