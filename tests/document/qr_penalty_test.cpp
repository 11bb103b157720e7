#include "document/qr_penalty.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <limits>

using namespace guerdon;

namespace {

constexpr int size = 21;

/// The penalty of the code whose module at x, y is dark where `dark` says so.
template <class Dark>
int penalty_of(Dark dark, int limit = std::numeric_limits<int>::max()) {
  QrMatrix::Rows rows{};
  QrMatrix::Rows columns{};
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      if (!dark(x, y)) continue;
      rows[static_cast<std::size_t>(y)] |= std::uint64_t{1} << x;
      columns[static_cast<std::size_t>(x)] |= std::uint64_t{1} << y;
    }
  }
  return qr_penalty(rows, columns, size, limit);
}

bool chequered(int x, int y) { return (x + y) % 2 == 0; }

}  // namespace

TEST_CASE("A chequered code has no penalty") { CHECK(penalty_of(chequered) == 0); }

TEST_CASE("A run of five costs 3, each module more 1, a square of four alike 3") {
  const auto with_run = [](int length) {
    return penalty_of([length](int x, int y) { return chequered(x, y) || (y == 0 && x < length); });
  };
  CHECK(with_run(5) == 3);
  CHECK(with_run(7) == 5);
  CHECK(penalty_of([](int x, int y) { return chequered(x, y) || (x == 1 && y == 0); }) == 0);
  CHECK(penalty_of([](int x, int y) { return chequered(x, y) || (x < 2 && y < 2); }) == 3);
}

TEST_CASE("A code that is all dark has every square, every run and the whole imbalance") {
  const int runs = 2 * size * (size - 2);
  const int squares = 3 * (size - 1) * (size - 1);
  CHECK(penalty_of([](int, int) { return true; }) == runs + squares + 100);
}

TEST_CASE("What looks like a finder pattern costs 40, also of twice the size") {
  const auto finder = [](int unit) {
    return penalty_of([unit](int x, int y) {
      if (y != 10) return chequered(x, y);
      const int at = x / unit;
      return at == 0 || (at >= 2 && at <= 4) || at == 6;
    });
  };
  const auto without = [](int unit) {
    return penalty_of([unit](int x, int y) {
      if (y != 10) return chequered(x, y);
      const int at = x / unit;
      return at == 0 || (at >= 2 && at <= 4);
    });
  };
  CHECK(finder(1) - without(1) >= 30);
  CHECK(finder(2) - without(2) >= 30);
}

TEST_CASE("Beyond the limit the rest is not counted") {
  const auto all = [](int, int) { return true; };
  CHECK(penalty_of(all, 10) >= 10);
  CHECK(penalty_of(all, 10) < penalty_of(all));
}
