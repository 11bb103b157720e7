#include "document/qr.h"

#include <algorithm>
#include <bit>

#include "base/error.h"
#include "document/qr_matrix.h"
#include "pages.h"

using namespace guerdon;

TEST_CASE("An address of 52 bytes takes a code of 33 cells") {
  CHECK(qr_code("https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB").cells == 33);
}

TEST_CASE("The rectangles cover the dark modules and no other") {
  const std::string address = "https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB";
  const auto code = qr_matrix(address);
  REQUIRE(code);
  QrMatrix::Rows covered{};
  for (const CellGrid::Block& block : qr_code(address).dark) {
    for (int row = block.row; row < block.row + block.rows; ++row)
      covered.at(static_cast<std::size_t>(row)) |= ((std::uint64_t{1} << block.columns) - 1) << block.column;
  }
  CHECK(covered == code->rows);
}

TEST_CASE("The rectangles are one module wide or high, and fewer than the runs of the rows") {
  const std::string address = "https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB";
  const CellGrid grid = qr_code(address);
  const auto code = qr_matrix(address);
  REQUIRE(code);
  std::size_t runs = 0;
  for (const std::uint64_t row : code->rows)
    runs += static_cast<std::size_t>(std::popcount(row & ~(row << 1U)));
  CHECK(grid.dark.size() < runs);
  for (const CellGrid::Block& block : grid.dark)
    CHECK(std::min(block.columns, block.rows) == 1);
}

TEST_CASE("The same text gives the same code") { CHECK(qr_code("abc").dark.size() == qr_code("abc").dark.size()); }

TEST_CASE("An address that no code holds is an error") { CHECK_THROWS_AS(qr_code(std::string(4000, 'a')), Error); }
