#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("The QR code stands in the right margin's corner, 26 mm wide") {
  const LaidOut out = laid_out(soft_skills());
  const auto grids = marks<CellGrid>(page(out, 1));
  REQUIRE(grids.size() == 1);
  CHECK(near(grids[0].at.x, 162));
  CHECK(near(grids[0].at.y, 228.5));
  CHECK(near(grids[0].side, 26));
}

TEST_CASE("A long address gives a code of 28 mm that grows to the left and up") {
  Certificate c = soft_skills();
  c.verify_address = "https://certificates.stowarzyszenie-mosty-bez-granic.example.org/verification/of/certificates";
  const auto out = laid_out(c);
  const auto grids = marks<CellGrid>(page(out, 1));
  REQUIRE(grids.size() == 1);
  CHECK(grids[0].cells >= 41);
  CHECK(near(grids[0].at.x, 160));
  CHECK(near(grids[0].at.y, 226.5));
}

TEST_CASE("Without an address there is no code, and the id stands all the same") {
  Certificate c = soft_skills();
  c.verify_address.clear();
  c.words.erase("genuine");
  c.words.erase("code-figure");
  const LaidOut out = laid_out(c);
  CHECK(marks<CellGrid>(page(out, 1)).empty());
  CHECK(out.text().find("7KQ3-HX2M-9DPA-4TZB") != std::string::npos);
  CHECK(out.text().find("Genuine?") == std::string::npos);
}

TEST_CASE("A final slash of the address does not double") {
  Certificate with = soft_skills();
  with.verify_address += '/';
  const LaidOut slashed = laid_out(with);
  const LaidOut bare = laid_out(soft_skills());
  const auto a = marks<CellGrid>(page(slashed, 1));
  const auto b = marks<CellGrid>(page(bare, 1));
  CHECK(a[0].dark.size() == b[0].dark.size());
}
