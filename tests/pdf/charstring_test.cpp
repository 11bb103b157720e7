#include "pdf/charstring.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace guerdon;
using pdf::Segment;

namespace {

std::string bytes(std::initializer_list<int> values) {
  std::string out;
  for (const int value : values)
    out += static_cast<char>(value);
  return out;
}

std::string operand(int value) {
  std::string out;
  pdf::append_operand(out, value);
  return out;
}

Segment move(int x, int y) { return {Segment::Kind::move, {}, {}, {x, y}}; }
Segment line(int x, int y) { return {Segment::Kind::line, {}, {}, {x, y}}; }
Segment curve(pdf::GridPoint a, pdf::GridPoint b, pdf::GridPoint c) { return {Segment::Kind::curve, a, b, c}; }

}  // namespace

TEST_CASE("Operands take one, two or three bytes") {
  CHECK(operand(0) == bytes({139}));
  CHECK(operand(-107) == bytes({32}));
  CHECK(operand(108) == bytes({247, 0}));
  CHECK(operand(1131) == bytes({250, 255}));
  CHECK(operand(-108) == bytes({251, 0}));
  CHECK(operand(-1131) == bytes({254, 255}));
  CHECK(operand(1132) == bytes({28, 4, 108}));
  CHECK(operand(-2000) == bytes({28, 248, 48}));
}

TEST_CASE("An advance is said where it is not the usual one") {
  CHECK(pdf::charstring({}, 500, 500) == bytes({14}));
  CHECK(pdf::charstring({}, 507, 500) == bytes({146, 14}));
}

TEST_CASE("Lines along the axes share one operator as they turn") {
  CHECK(pdf::charstring({move(10, 0), line(20, 0), line(20, 5), line(10, 5)}, 500, 500) ==
        bytes({149, 22, 149, 144, 129, 6, 14}));
  CHECK(pdf::charstring({move(0, 10), line(1, 12), line(2, 15)}, 500, 500) ==
        bytes({149, 4, 140, 141, 140, 142, 5, 14}));
}

TEST_CASE("Curves that leave or arrive along an axis take four operands") {
  CHECK(pdf::charstring({move(1, 1), curve({2, 1}, {3, 2}, {3, 3}), curve({3, 4}, {4, 5}, {5, 5})}, 500, 500) ==
        bytes({140, 140, 21, 140, 140, 140, 140, 140, 140, 140, 140, 31, 14}));
  CHECK(pdf::charstring({move(1, 1), curve({2, 2}, {3, 3}, {4, 5})}, 500, 500) ==
        bytes({140, 140, 21, 140, 140, 140, 140, 140, 141, 8, 14}));
}

TEST_CASE("The operands of one operator fit its stack") {
  std::vector<Segment> outline{move(0, 1)};
  for (int i = 1; i <= 30; ++i)
    outline.push_back(line(i, 1 + 2 * i));
  const std::string made = pdf::charstring(outline, 500, 500);
  CHECK(std::count(made.begin(), made.end(), '\5') == 2);
}

TEST_CASE("The last curve that turns may arrive anywhere, and the first that is level may leave anywhere") {
  CHECK(pdf::charstring({move(0, 1), curve({2, 1}, {3, 2}, {4, 4})}, 500, 500) ==
        bytes({140, 4, 141, 140, 140, 141, 140, 31, 14}));
  CHECK(pdf::charstring({move(0, 1), curve({2, 2}, {3, 4}, {5, 4}), curve({7, 4}, {8, 6}, {9, 6})}, 500, 500) ==
        bytes({140, 4, 140, 141, 140, 141, 141, 141, 140, 141, 140, 27, 14}));
}

TEST_CASE("A line behind curves, and a curve behind lines, share their operator") {
  CHECK(pdf::charstring({move(0, 1), curve({1, 2}, {2, 3}, {3, 4}), line(5, 7)}, 500, 500) ==
        bytes({140, 4, 140, 140, 140, 140, 140, 140, 141, 142, 24, 14}));
  CHECK(pdf::charstring({move(0, 1), line(2, 4), curve({3, 5}, {4, 6}, {5, 7})}, 500, 500) ==
        bytes({140, 4, 141, 142, 140, 140, 140, 140, 140, 140, 25, 14}));
}
