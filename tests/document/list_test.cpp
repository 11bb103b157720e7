#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("Tasks that page one cannot hold stand on page two under their heading, and page one says so") {
  Certificate c = participation();
  c.tasks.assign(14, "Ran the weekly planting day with up to twelve neighbours");
  const LaidOut out = laid_out(c);
  REQUIRE(out.pages.has_value());
  REQUIRE(out.pages->size() == 2);
  CHECK(out.text().find("on page 2") != std::string::npos);
  CHECK(count(page(out, 2), Tag::heading) == 1);
  CHECK(count(page(out, 2), Tag::list_item) == 14);
  CHECK(count(page(out, 1), Tag::list_item) == 5);
}

TEST_CASE("A list that fills page two goes on on page three") {
  Certificate c = participation();
  c.tasks.assign(45, "Ran the weekly planting day with up to twelve neighbours");
  const LaidOut out = laid_out(c);
  REQUIRE(out.pages->size() == 3);
  CHECK(count(page(out, 2), Tag::list_item) + count(page(out, 3), Tag::list_item) == 45);
  CHECK(out.text().find("Page 3 of 3") != std::string::npos);
}
