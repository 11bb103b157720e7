#include "one_block.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

Phrase said(const std::string& text) { return {{text, Emphasis::none}}; }

/// One competence at level 2 of 3, its task at mid-high.
Certificate assessed() {
  Certificate c;
  c.levels = 3;
  c.skills = {{"teamwork", "Teamwork", "Works with others.", 2, "Accomplished"}};
  c.skills[0].complexity = Certificate::Complexity{"low", "mid-high", "high"};
  c.words = {{"label", {said("Label")}},
             {"value", {said("Value")}},
             {"more", {said("One line"), said("another line")}},
             {"figure", {said("{level} of {levels}")}}};
  return c;
}

std::string block(const std::string& rows) {
  return "    - block: scale\n      top: 30\n      label-style: body\n      style: body\n      more-style: body\n"
         "      label-width: 30\n      figure-x: 60\n      value-x: 110\n      above: 2\n      below: 1\n"
         "      steps: {width: 9, gap: 1, least: 2, rise: 4, stroke: {thickness: 0.2, colour: ink}, paper: paper}\n"
         "      rows:\n" +
         rows;
}

const std::string level = "        - {label: label, measure: level, figure: figure, words: value, more: more}\n";
const std::string task = "        - {label: label, measure: task, figure: figure, words: value}\n";

/// How many marks are filled, and how many there are.
std::pair<int, int> marks_of(const LaidOut& out) {
  std::pair<int, int> found;
  for (const ClosedPath& mark : marks<ClosedPath>(page(out, 1))) {
    if (mark.fill == mark.stroke) ++found.first;
    ++found.second;
  }
  return found;
}

}  // namespace

TEST_CASE("A level is drawn on the steps of its scale, a complexity on four") {
  CHECK(marks_of(laid_out_alone(block(level), assessed(), 60)) == std::pair(2, 3));
  CHECK(marks_of(laid_out_alone(block(task), assessed(), 60)) == std::pair(3, 4));
}

TEST_CASE("Steps stand on one base, each higher than the one before, exact to their outer edge") {
  const LaidOut out = laid_out_alone(block(level), assessed(), 60);
  double height = 2;
  double left = 60;
  for (const ClosedPath& mark : marks<ClosedPath>(page(out, 1))) {
    CHECK(near(mark.points[2].y + 0.1, 30 + 2 + 10));
    CHECK(near(mark.points[2].y - mark.points[0].y + 0.2, height));
    CHECK(near(mark.points[0].x - 0.1, left));
    height += 4;
    left += 10;
  }
}

TEST_CASE("The steps are said aloud, with their number") {
  const LaidOut out = laid_out_alone(block(level + task), assessed(), 60);
  std::vector<std::string> spoken;
  for (const Element& element : page(out, 1).elements) {
    if (element.tag == Tag::figure) spoken.push_back(element.alternative);
  }
  CHECK(spoken == std::vector<std::string>{"2 of 3", "3 of 4"});
}

TEST_CASE("A row is as high as its text or its figure, whichever is higher") {
  const LaidOut out = laid_out_alone(block(level + task), assessed(), 60);
  std::vector<double> values;
  for (const TextRun& run : out.runs()) {
    if (run.text() == "Value") values.push_back(run.box_top);
  }
  REQUIRE(values.size() == 2);
  CHECK(near(values[0], 32));
  CHECK(near(values[1], 32 + 15 + 1 + 2));
}

TEST_CASE("What the certificate does not state has no steps") {
  Certificate c = assessed();
  c.skills[0].complexity.reset();
  CHECK(marks_of(laid_out_alone(block(task), c, 60)) == std::pair(0, 0));
  c.skills.clear();
  CHECK(marks_of(laid_out_alone(block(level), c, 60)) == std::pair(0, 0));
}
