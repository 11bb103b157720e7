#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("A row of signers ends at 261.5, whatever its names need") {
  for (const Certificate& c : {soft_skills(), long_names(), ten_skills()}) {
    double lowest = 0;
    for (const TextRun& run : laid_out(c).runs()) {
      if (run.at.x < 138 && run.box_top < 262 && run.box_top > 245)
        lowest = std::max(lowest, run.box_top + run.box_height);
    }
    CHECK(lowest <= 261.501);
  }
}

TEST_CASE("The rule moves up when a name takes two lines, and place and date with it") {
  const LaidOut out = laid_out(long_names());
  const TextRun issued = out.run("Issued");
  CHECK(near(issued.box_top, 226));
}

TEST_CASE("Place and date stay at 230 over a plain signature") {
  CHECK(near(laid_out(soft_skills()).run("Issued").box_top, 230));
}

TEST_CASE("The third and fourth signer stand in a second row 24 mm lower") {
  const LaidOut out = laid_out(ten_skills());
  CHECK(near(out.run("Agnieszka").at.y - out.run("Luca").at.y, 24));
  CHECK(near(out.run("Ioánnis").at.x, 80));
}

TEST_CASE("A signer whose role does not fit is refused by the signer's id") {
  Certificate c = soft_skills();
  for (int i = 0; i < 12; ++i)
    c.signers[0].role += " and chair of the committee";
  CHECK(laid_out(c).finding().find("the role of the signer `luca-bianchi` needs") != std::string::npos);
}
