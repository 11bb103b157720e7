#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("A label shares the baseline of its value") {
  const LaidOut out = laid_out(participation());
  CHECK(near(out.run("Duration").at.y, out.run("640").at.y));
}

TEST_CASE("Every period has its line") {
  Certificate c = participation();
  c.words["period-value"] = {words("2 March to 30 April 2026"), words("1 June to 28 August 2026")};
  const LaidOut out = laid_out(c);
  CHECK(near(out.run("1 June").at.y - out.run("2 March to 30").at.y, 6));
}

TEST_CASE("Tasks are a list with a lozenge before each") {
  const LaidOut out = laid_out(participation());
  CHECK(count(page(out, 1), Tag::list) == 2);
  CHECK(near(out.run("Ran the weekly").at.x, 67));
}

TEST_CASE("Without tasks their row is left out") {
  Certificate c = participation();
  c.tasks.clear();
  CHECK(laid_out(c).text().find("Main tasks") == std::string::npos);
}
