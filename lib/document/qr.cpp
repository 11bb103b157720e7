#include "document/qr.h"

#include <qrencode.h>

#include <memory>

#include "base/error.h"

namespace guerdon {

namespace {

struct FreeCode {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

CellGrid qr_code(std::string_view content) {
  const std::unique_ptr<QRcode, FreeCode> code(QRcode_encodeData(
      static_cast<int>(content.size()), reinterpret_cast<const unsigned char*>(content.data()), 0, QR_ECLEVEL_M));
  if (code == nullptr) {
    throw Error(Failure::refused, "no QR code holds the address `" + std::string(content) + "`",
                "use a shorter address");
  }
  CellGrid grid;
  grid.cells = code->width;
  const auto dark = [&code](int column, int row) { return (code->data[row * code->width + column] & 1) != 0; };
  for (int row = 0; row < grid.cells; ++row) {
    for (int column = 0; column < grid.cells; ++column) {
      if (!dark(column, row)) continue;
      const int begin = column;
      while (column < grid.cells && dark(column, row))
        ++column;
      grid.dark.push_back({begin, row, column - begin, 1});
    }
  }
  return grid;
}

}  // namespace guerdon
