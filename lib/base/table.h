#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace guerdon {

/// What of a table gives way where a line has not room for it.
struct TableFit {
  std::size_t width = 0;                  ///< columns of the terminal; 0: no limit
  std::vector<std::size_t> elastic;       ///< columns whose cells may be cut, the widest first
  std::optional<std::size_t> spare = {};  ///< a column that is left out before they are cut to less than `enough`
  static constexpr std::size_t enough = 12;
};

/// Lines of cells, the first of them the head, as text: columns aligned two spaces apart, each line indented by two.
/// No line ends in spaces. With a width, no line is wider.
std::vector<std::string> aligned(std::vector<std::vector<std::string>> lines, const TableFit& fit = {});

}  // namespace guerdon
