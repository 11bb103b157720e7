#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

/// Lozenges of the level figures, five a row.
std::vector<ClosedPath> level_marks(const Page& page) {
  std::vector<ClosedPath> found;
  for (const ClosedPath& path : marks<ClosedPath>(page)) {
    if (path.thickness > 0) found.push_back(path);
  }
  return found;
}

}  // namespace

TEST_CASE("As many marks are filled as the level says, the rest are outlined") {
  const Certificate c = soft_skills();
  const LaidOut out = laid_out(c);
  const auto lozenges = level_marks(page(out, 1));
  REQUIRE(lozenges.size() == 5 * c.skills.size());
  for (std::size_t i = 0; i < lozenges.size(); ++i) {
    const bool filled = static_cast<int>(i % 5) < c.skills[i / 5].level;
    CHECK((lozenges[i].fill == lozenges[i].stroke) == filled);
  }
}

TEST_CASE("The figure of a level says it in words too") {
  const LaidOut out = laid_out(soft_skills());
  std::vector<std::string> spoken;
  for (const Element& element : page(out, 1).elements) {
    if (element.tag == Tag::figure) spoken.push_back(element.alternative);
  }
  CHECK(spoken.front() == "Level 5 of 5");
  CHECK(spoken.at(1) == "Level 4 of 5");
}

TEST_CASE("Rows with one line of meaning are 12 mm high") {
  const LaidOut out = laid_out(soft_skills());
  CHECK(near(out.run("Organization").at.y - out.run("Team work").at.y, 12));
}

TEST_CASE("A meaning of two lines makes its row 4.5 mm higher") {
  Certificate c = soft_skills();
  set_skills(c, 4, false);
  c.skills[0].meaning = "Contributes usefully as a member of a team, and offers help before it is asked for by others.";
  const LaidOut out = laid_out(c);
  CHECK(near(out.run("Organization").at.y - out.run("Team work").at.y, 16.5));
}

TEST_CASE("The level's words stand on the middle of their row") {
  const LaidOut out = laid_out(soft_skills());
  const TextRun word = out.run("Advanced");
  const auto lozenges = level_marks(page(out, 1));
  CHECK(near(word.box_top + word.box_height / 2, lozenges[0].points[1].y));
}

TEST_CASE("A scale of eight steps still fits into the figure") {
  Certificate c = soft_skills();
  c.levels = 8;
  const LaidOut out = laid_out(c);
  const auto lozenges = level_marks(page(out, 1));
  REQUIRE(lozenges.size() == 8 * c.skills.size());
  CHECK(near(lozenges[1].points[0].x - lozenges[0].points[0].x, 22.0 / 8));
}

TEST_CASE("A level's word that is too long for two lines of its column is refused by the skill's id") {
  Certificate c = soft_skills();
  c.skills[2].level_word =
      "Intermediate, which is to say ready for work of a simple kind that others plan and look after all the time";
  CHECK(laid_out(c).finding().find("the level of `communication-and-active-listening`") != std::string::npos);
}
