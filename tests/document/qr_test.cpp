#include "document/qr.h"

#include "base/error.h"
#include "pages.h"

using namespace guerdon;

TEST_CASE("An address of 52 bytes takes a code of 33 cells") {
  CHECK(qr_code("https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB").cells == 33);
}

TEST_CASE("The finder in the corner is seven cells wide and merged to one rectangle a row") {
  const CellGrid grid = qr_code("https://certificates.example.org/7KQ3-HX2M-9DPA-4TZB");
  CHECK(grid.dark.front().column == 0);
  CHECK(grid.dark.front().row == 0);
  CHECK(grid.dark.front().columns == 7);
}

TEST_CASE("The same text gives the same code") { CHECK(qr_code("abc").dark.size() == qr_code("abc").dark.size()); }

TEST_CASE("An address that no code holds is an error") { CHECK_THROWS_AS(qr_code(std::string(4000, 'a')), Error); }
