#include "pdf/curve_fit.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

using namespace guerdon::pdf;

namespace {

/// `curve` cut in two in the middle.
std::array<Cubic, 2> halves(const Exact& from, const Cubic& curve) {
  const Exact a = between(from, curve.first, 0.5);
  const Exact b = between(curve.first, curve.second, 0.5);
  const Exact c = between(curve.second, curve.end, 0.5);
  const Exact d = between(a, b, 0.5);
  const Exact e = between(b, c, 0.5);
  const Exact middle = between(d, e, 0.5);
  return {Cubic{a, d, middle}, Cubic{e, c, curve.end}};
}

}  // namespace

TEST_CASE("The halves of a curve become the curve again") {
  const Cubic whole{{0, 50}, {40, 100}, {100, 100}};
  const auto one = one_curve({0, 0}, halves({0, 0}, whole), 0.5);
  REQUIRE(one);
  double nearest = 100;
  for (int i = 0; i <= 100; ++i)
    nearest = std::min(nearest, distance(point_at({0, 0}, *one, i / 100.0), point_at({0, 0}, whole, 0.5)));
  CHECK(nearest < 1);
  CHECK(distance(one->end, whole.end) == 0);
}

TEST_CASE("A corner stays") {
  const std::array<Cubic, 2> corner{Cubic{{10, 0}, {20, 0}, {30, 0}}, Cubic{{30, 10}, {30, 20}, {30, 30}}};
  CHECK_FALSE(one_curve({0, 0}, corner, 1));
}

TEST_CASE("What bends to one side and to the other is not one curve") {
  const std::array<Cubic, 2> wave{Cubic{{0, 60}, {100, 60}, {100, 0}}, Cubic{{100, -60}, {200, -60}, {200, 0}}};
  CHECK_FALSE(one_curve({0, 0}, wave, 1));
}

TEST_CASE("A curve ends where its parameter does") {
  const Cubic curve{{1, 2}, {3, 4}, {5, 6}};
  CHECK(distance(point_at({0, 0}, curve, 0), {0, 0}) == 0);
  CHECK(distance(point_at({0, 0}, curve, 1), curve.end) == 0);
}
