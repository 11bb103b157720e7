#include "model/eqf.h"

#include <algorithm>

namespace guerdon {

std::string Eqf::comparable_to(const Assessment::Complexity& complexity) const {
  if (!indication) return {};
  const auto row_of = [&](const std::string& step) {
    return std::find_if(table.begin(), table.end(), [&](const Row& row) { return row.complexity == step; });
  };
  const auto lowest =
      std::min({row_of(complexity.context.value), row_of(complexity.task.value), row_of(complexity.autonomy.value)});
  const auto highest =
      std::max({row_of(complexity.context.value), row_of(complexity.task.value), row_of(complexity.autonomy.value)});
  return highest == table.end() ? std::string() : lowest->comparable;
}

}  // namespace guerdon
