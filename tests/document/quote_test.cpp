#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::vector<FilledBox> bars(const Page& page) {
  std::vector<FilledBox> found;
  for (const FilledBox& box : marks<FilledBox>(page)) {
    if (near(box.width, 0.7)) found.push_back(box);
  }
  return found;
}

Certificate long_statement() {
  Certificate c = statement();
  const std::string paragraph = c.statement->paragraphs.front();
  for (int i = 0; i < 5; ++i)
    c.statement->paragraphs.insert(c.statement->paragraphs.begin(), paragraph);
  return c;
}

}  // namespace

TEST_CASE("One bar stands beside the whole statement") {
  const LaidOut out = laid_out(statement());
  const auto found = bars(page(out, 1));
  REQUIRE(found.size() == 1);
  CHECK(near(found[0].at.x, 36));
  CHECK(found[0].at.y <= out.run("From the second month").box_top);
  CHECK(near(found[0].at.y + found[0].height, out.run("Agronomist, the organisation").box_top + 4.5));
}

TEST_CASE("A long statement goes on on page two, and its writer stands at its end") {
  const LaidOut out = laid_out(long_statement());
  REQUIRE(out.pages->size() == 2);
  CHECK(bars(page(out, 2)).size() == 1);
  CHECK(out.run("Agronomist, the organisation").box_top < 262);
  for (const FilledBox& bar : bars(page(out, 1)))
    CHECK(bar.at.y + bar.height <= 210.001);
}

TEST_CASE("A paragraph is one element on its page") {
  const LaidOut out = laid_out(statement());
  const Page& first = page(out, 1);
  int element = -2;
  for (const Mark& mark : first.marks) {
    const auto* run = std::get_if<TextRun>(&mark.shape);
    if (run == nullptr || !near(run->at.x, 42.7) || run->size_pt != 12) continue;
    if (run->text().starts_with("I would")) break;
    if (element == -2) element = mark.element;
    CHECK(mark.element == element);
  }
  CHECK(element >= 0);
}
