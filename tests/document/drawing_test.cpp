#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("The four rules of the frame stand where the design puts them") {
  const LaidOut out = laid_out(soft_skills());
  std::vector<double> tops;
  for (const FilledBox& box : marks<FilledBox>(page(out, 1))) {
    if (near(box.width, 166)) tops.push_back(box.at.y);
  }
  REQUIRE(tops.size() == 4);
  CHECK(near(tops[0], 18));
  CHECK(near(tops[1], 19.5));
  CHECK(near(tops[2], 276.85));
  CHECK(near(tops[3], 278.3));
}

TEST_CASE("Decoration belongs to no structure element") {
  const LaidOut out = laid_out(soft_skills());
  for (const Mark& mark : page(out, 1).marks) {
    if (std::holds_alternative<FilledBox>(mark.shape)) CHECK(mark.element == -1);
  }
}
