#pragma once

#include <string>
#include <vector>

namespace guerdon {

/// Lines of cells, the first of them the head, as text: columns aligned two spaces apart, each line indented by two.
/// The last column is not padded.
std::vector<std::string> aligned(const std::vector<std::vector<std::string>>& lines);

}  // namespace guerdon
