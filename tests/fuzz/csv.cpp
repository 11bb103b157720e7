// Any bytes as a table of arrivals.
#include "base/csv.h"
#include "budget.h"

using namespace guerdon;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const fuzz::Budget budget(size);
  Diagnostics findings;
  const std::vector<CsvRow> rows = parse_csv("arrivals.csv", fuzz::text_of(data, size), findings);
  for (const CsvRow& row : rows) {
    fuzz::hold(!row.cells.empty(), "a row without a cell");
    for (const auto& cell : row.cells)
      fuzz::hold(cell.place.line > 0, "a cell without a place");
  }
  return 0;
}
