#include "document/qr_penalty.h"

#include <array>
#include <bit>
#include <cstdlib>

namespace guerdon {

namespace {

constexpr int long_run = 3;
constexpr int square = 3;
constexpr int finder = 40;
constexpr int imbalance = 10;

/// Lengths of the runs of one row, light and dark in turn; the first is light, of length -1 where there is none.
struct Runs {
  std::array<int, QrMatrix::most_rows + 1> length{};
  int count = 0;

  Runs(std::uint64_t row, int size) {
    const std::uint64_t all = ~std::uint64_t{0} >> (64 - size);
    bool dark = (row & 1U) != 0;
    if (dark) length[0] = -1;
    count = dark ? 1 : 0;
    for (int at = 0; at < size; dark = !dark) {
      const std::uint64_t other = (dark ? ~row & all : row) >> at;
      const int run = other == 0 ? size - at : std::countr_zero(other);
      length.at(static_cast<std::size_t>(count)) = run;
      ++count;
      at += run;
    }
  }
  [[nodiscard]] int operator[](int index) const { return length[static_cast<std::size_t>(index)]; }
};

/// Penalty of what looks like a finder pattern: dark and light as 1:1:3:1:1 with four light ones on either side, of any
/// size.
int finder_penalty(std::uint64_t row, int size) {
  const Runs runs(row, size);
  int sum = 0;
  for (int i = 3; i + 2 < runs.count; i += 2) {
    if (runs[i] % 3 != 0) continue;
    const int unit = runs[i] / 3;
    if (runs[i - 2] != unit || runs[i - 1] != unit || runs[i + 1] != unit || runs[i + 2] != unit) continue;
    const bool light_before = i == 3 || runs[i - 3] >= 4 * unit;
    const bool light_behind = i + 4 >= runs.count || runs[i + 3] >= 4 * unit;
    if (light_before || light_behind) sum += finder;
  }
  return sum;
}

/// Penalty of a row or column: runs of five and more, and what looks like a finder pattern. All modules at once; beyond
/// the edges they are light.
int line_penalty(std::uint64_t row, int size) {
  const std::uint64_t as_next = ~(row ^ row >> 1U) & ~std::uint64_t{0} >> (65 - size);
  const std::uint64_t pairs = as_next & as_next >> 1U;
  const std::uint64_t five = pairs & pairs >> 2U;  // a run of n has n - 4 of these
  const int sum = (long_run - 1) * std::popcount(five & ~(five << 1U)) + std::popcount(five);
  const std::uint64_t three = row & row >> 1U & row >> 2U;
  if ((three & three >> 3U) != 0) return sum + finder_penalty(row, size);  // a pattern may be twice as large, or more
  const std::uint64_t dark = row & three >> 2U & row >> 6U;
  const std::uint64_t light = row << 1U | row >> 1U | row >> 5U | row >> 7U;
  const std::uint64_t before = row << 1U | row << 2U | row << 3U | row << 4U;
  const std::uint64_t behind = row >> 7U | row >> 8U | row >> 9U | row >> 10U;
  return sum + finder * std::popcount(dark & ~light & ~(before & behind));
}

}  // namespace

int qr_penalty(const QrMatrix::Rows& rows, const QrMatrix::Rows& columns, int size, int limit) {
  const auto count = static_cast<std::size_t>(size);
  int sum = 0;
  int dark = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t row = rows[i];
    dark += std::popcount(row);
    sum += line_penalty(row, size) + line_penalty(columns[i], size);
    if (sum >= limit) return sum;
    if (i + 1 == count) break;
    const std::uint64_t below = rows[i + 1];
    const std::uint64_t differs = (row ^ below) | (row ^ row >> 1U) | (below ^ below >> 1U);
    sum += square * std::popcount(~differs & ~std::uint64_t{0} >> (65 - size));
  }
  const int modules = size * size;
  const int percent = (200 * dark + modules) / modules / 2;
  return sum + std::abs(percent - 50) / 5 * imbalance;
}

}  // namespace guerdon
