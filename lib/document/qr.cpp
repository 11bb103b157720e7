#include "document/qr.h"

#include <algorithm>
#include <bit>
#include <tuple>

#include "base/error.h"
#include "document/qr_matrix.h"

namespace guerdon {

namespace {

/// How many modules from bit `at` of `line` on are dark.
int run_from(std::uint64_t line, int at) { return std::countr_one(line >> at); }

/// `count` bits from `at` on.
std::uint64_t bits(int at, int count) { return ~std::uint64_t{0} >> (64 - count) << at; }

/// Covers the dark modules of a code with rectangles one module wide or high, which may overlap: a quarter fewer than
/// without.
class Cover {
 public:
  explicit Cover(const QrMatrix& code) : code_(code), open_(code.rows) {
    for (int y = 0; y < code_.size; ++y) {
      for (std::uint64_t row = row_of(code_.rows, y); row != 0; row &= row - 1)
        columns_[static_cast<std::size_t>(std::countr_zero(row))] |= std::uint64_t{1} << y;
    }
  }

  std::vector<CellGrid::Block> blocks() {
    for (int y = 0; y < code_.size; ++y) {
      while (row_of(open_, y) != 0)
        cover(std::countr_zero(row_of(open_, y)), y);
    }
    return std::move(blocks_);
  }

 private:
  static std::uint64_t& row_of(QrMatrix::Rows& rows, int y) { return rows[static_cast<std::size_t>(y)]; }
  static std::uint64_t row_of(const QrMatrix::Rows& rows, int y) { return rows[static_cast<std::size_t>(y)]; }

  /// Covers the module, the first of its row that is not, along its row or its column, whichever covers more.
  void cover(int x, int y) {
    const std::uint64_t row = row_of(open_, y) & bits(x, run_from(row_of(code_.rows, y), x));
    const int down = run_from(columns_[static_cast<std::size_t>(x)], y);
    int in_column = 0;
    int last = y;
    for (int below = y; below < y + down; ++below) {
      if ((row_of(open_, below) >> x & 1U) == 0) continue;
      ++in_column;
      last = below;
    }
    if (in_column <= std::popcount(row)) {
      blocks_.push_back({x, y, 64 - std::countl_zero(row) - x, 1});
      row_of(open_, y) &= ~row;
      return;
    }
    blocks_.push_back({x, y, 1, last + 1 - y});
    for (int below = y; below <= last; ++below)
      row_of(open_, below) &= ~bits(x, 1);
  }

  const QrMatrix& code_;
  QrMatrix::Rows columns_{};
  QrMatrix::Rows open_;  ///< dark modules that no rectangle covers
  std::vector<CellGrid::Block> blocks_;
};

}  // namespace

CellGrid qr_code(std::string_view content) {
  const auto code = qr_matrix(content);
  if (!code) {
    throw Error(Failure::refused, "no QR code of a size that prints holds the address `" + std::string(content) + "`",
                "use an address of at most 251 characters");
  }
  CellGrid grid;
  grid.cells = code->size;
  grid.dark = Cover(*code).blocks();
  // Those of one shape in one row or column next to each other: written down they differ in one number, and pack well.
  std::sort(grid.dark.begin(), grid.dark.end(), [](const CellGrid::Block& a, const CellGrid::Block& b) {
    return std::tie(a.columns, a.rows, a.row, a.column) < std::tie(b.columns, b.rows, b.row, b.column);
  });
  return grid;
}

}  // namespace guerdon
