#include "document/qr.h"

#include "base/error.h"
#include "document/qr_matrix.h"

namespace guerdon {

CellGrid qr_code(std::string_view content) {
  const auto code = qr_matrix(content);
  if (!code) {
    throw Error(Failure::refused, "no QR code of a size that prints holds the address `" + std::string(content) + "`",
                "use an address of at most 251 characters");
  }
  CellGrid grid;
  grid.cells = code->size;
  for (int row = 0; row < grid.cells; ++row) {
    for (int column = 0; column < grid.cells; ++column) {
      if (!code->dark(column, row)) continue;
      const int begin = column;
      while (column < grid.cells && code->dark(column, row))
        ++column;
      grid.dark.push_back({begin, row, column - begin, 1});
    }
  }
  return grid;
}

}  // namespace guerdon
