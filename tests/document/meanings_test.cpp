#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("Ten skills with long meanings put every meaning on page two") {
  const LaidOut out = laid_out(ten_skills());
  REQUIRE(out.pages->size() == 2);
  CHECK(count(page(out, 2), Tag::table_row) == 10);
  CHECK(count(page(out, 2), Tag::table) == 1);
}

TEST_CASE("The heading of the tasks is never the last on its page") {
  for (std::size_t words_more = 0; words_more < 60; words_more += 3) {
    Certificate c = ten_skills();
    for (std::size_t i = 0; i < words_more; ++i)
      c.skills[i % 10].meaning += " and says in good time when a plan will not hold";
    const LaidOut out = laid_out(c);
    REQUIRE(out.pages.has_value());
    for (const Page& one : *out.pages) {
      if (count(one, Tag::heading) == 0) continue;
      CHECK(one.elements.size() > 2);
      CHECK(one.elements[one.elements.size() - 2].tag != Tag::heading);
    }
  }
}

TEST_CASE("The running head of page two is no part of the text") {
  const LaidOut out = laid_out(ten_skills());
  for (const Mark& mark : page(out, 2).marks) {
    const auto* run = std::get_if<TextRun>(&mark.shape);
    if (run != nullptr && run->at.y < 34) CHECK(mark.element == -1);
  }
}
