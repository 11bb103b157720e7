#include "document/qr_matrix.h"

#include <bit>
#include <cstdlib>
#include <limits>
#include <memory>
#include <vector>

#include "document/qr_codewords.h"
#include "document/qr_penalty.h"

namespace guerdon {

namespace {

/// Last centre of the alignment patterns, from version 2; the others lie between 6 and it. Source: annex E.
constexpr std::array<int, 10> last_centres{18, 22, 26, 30, 34, 38, 42, 46, 50, 54};

/// Remainder of a division of bits, for format and version.
unsigned with_remainder(unsigned value, unsigned divisor) {
  const int degree = 31 - std::countl_zero(divisor);
  unsigned rest = value << degree;
  while (rest >> degree != 0)
    rest ^= divisor << (31 - std::countl_zero(rest) - degree);
  return value << degree | rest;
}

bool masked(int mask, int x, int y) {
  switch (mask) {
    case 0:
      return (x + y) % 2 == 0;
    case 1:
      return y % 2 == 0;
    case 2:
      return x % 3 == 0;
    case 3:
      return (x + y) % 3 == 0;
    case 4:
      return (y / 2 + x / 3) % 2 == 0;
    case 5:
      return x * y % 2 + x * y % 3 == 0;
    case 6:
      return (x * y % 2 + x * y % 3) % 2 == 0;
    default:
      return ((x + y) % 2 + x * y % 3) % 2 == 0;
  }
}

/// Modules by row and, the same, by column.
struct Grid {
  QrMatrix::Rows rows{};
  QrMatrix::Rows columns{};

  void set(int x, int y, bool dark = true) {
    const auto column = static_cast<std::size_t>(x);
    const auto row = static_cast<std::size_t>(y);
    const std::uint64_t in_row = std::uint64_t{1} << column;
    const std::uint64_t in_column = std::uint64_t{1} << row;
    rows[row] = dark ? rows[row] | in_row : rows[row] & ~in_row;
    columns[column] = dark ? columns[column] | in_column : columns[column] & ~in_column;
  }
  [[nodiscard]] bool at(int x, int y) const { return (rows[static_cast<std::size_t>(y)] >> x & 1U) != 0; }
};

struct Cell {
  std::uint8_t x = 0;
  std::uint8_t y = 0;
};

/// What all codes of a version share.
class Version {
 public:
  explicit Version(std::size_t which) : number(which), size(static_cast<int>(17 + 4 * which)) {
    draw_finders();
    draw_alignment();
    draw_timing();
    draw_version();
    reserve_format();
    list_cells();
    for (int mask = 0; mask < 8; ++mask) {
      for (const Cell& cell : cells)
        masks.at(static_cast<std::size_t>(mask)).set(cell.x, cell.y, masked(mask, cell.x, cell.y));
    }
  }

  std::size_t number;
  int size;
  Grid fixed;               ///< dark modules of patterns
  std::vector<Cell> cells;  ///< modules for data, in the order of its bits
  std::array<Grid, 8> masks;

 private:
  void draw(int x, int y, bool dark) {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    fixed.set(x, y, dark);
    taken_.set(x, y);
  }

  void draw_finders() {
    for (const auto& [left, top] : {std::pair{0, 0}, std::pair{size - 7, 0}, std::pair{0, size - 7}}) {
      for (int y = -1; y <= 7; ++y) {
        for (int x = -1; x <= 7; ++x) {
          const int ring = std::max(std::abs(x - 3), std::abs(y - 3));
          draw(left + x, top + y, ring != 2 && ring != 4);
        }
      }
    }
  }

  void draw_alignment() {
    if (number == 1) return;
    const int last = last_centres.at(number - 2);
    std::vector<int> centres{6, last};
    if (number >= 7) centres = {6, (6 + last) / 2, last};
    for (const int top : centres) {
      for (const int left : centres) {
        if (taken_.at(left, top)) continue;
        for (int y = -2; y <= 2; ++y) {
          for (int x = -2; x <= 2; ++x)
            draw(left + x, top + y, std::max(std::abs(x), std::abs(y)) != 1);
        }
      }
    }
  }

  void draw_timing() {
    for (int i = 8; i < size - 8; ++i) {
      draw(i, 6, i % 2 == 0);
      draw(6, i, i % 2 == 0);
    }
  }

  void draw_version() {
    if (number < 7) return;
    const unsigned bits = with_remainder(static_cast<unsigned>(number), 0x1F25);
    for (int i = 0; i < 18; ++i) {
      const bool dark = (bits >> i & 1U) != 0;
      draw(i / 3, size - 11 + i % 3, dark);
      draw(size - 11 + i % 3, i / 3, dark);
    }
  }

  void reserve_format() {
    for (int i = 0; i < 9; ++i) {
      if (i == 6) continue;
      draw(i, 8, false);
      draw(8, i, false);
    }
    for (int i = size - 8; i < size; ++i) {
      draw(i, 8, false);
      draw(8, i, false);
    }
    draw(8, size - 8, true);
  }

  void list_cells() {
    bool up = true;
    for (int right = size - 1; right > 0; right -= 2) {
      if (right == 6) right = 5;
      for (int step = 0; step < size; ++step) {
        const int y = up ? size - 1 - step : step;
        for (const int x : {right, right - 1}) {
          if (!taken_.at(x, y)) cells.push_back({static_cast<std::uint8_t>(x), static_cast<std::uint8_t>(y)});
        }
      }
      up = !up;
    }
  }

  Grid taken_;
};

/// One for each thread: it takes longer to make than a code.
const Version& version(std::size_t number) {
  thread_local std::array<std::unique_ptr<const Version>, last_centres.size() + 1> made;
  std::unique_ptr<const Version>& one = made.at(number - 1);
  if (!one) one = std::make_unique<const Version>(number);
  return *one;
}

void write_format(Grid& grid, int mask, int size) {
  constexpr unsigned level_m = 0;
  const unsigned bits = with_remainder(level_m << 3U | static_cast<unsigned>(mask), 0x537) ^ 0x5412U;
  for (int i = 0; i < 15; ++i) {
    const bool dark = (bits >> i & 1U) != 0;
    // Around the corner at the top left, then split over the two others.
    if (i < 8) {
      grid.set(8, i < 6 ? i : i + 1, dark);
      grid.set(size - 1 - i, 8, dark);
    } else {
      grid.set(i == 8 ? 7 : 14 - i, 8, dark);
      grid.set(8, size - 15 + i, dark);
    }
  }
}

Grid joined(const Grid& data, const Grid& mask) {
  Grid out = data;
  for (std::size_t i = 0; i < out.rows.size(); ++i) {
    out.rows[i] ^= mask.rows[i];
    out.columns[i] ^= mask.columns[i];
  }
  return out;
}

}  // namespace

std::optional<QrMatrix> qr_matrix(std::string_view content) {
  const auto number = qr_version(content.size());
  if (!number) return std::nullopt;
  const Version& made = version(*number);
  const std::vector<std::uint8_t> words = qr_codewords(content, *number);
  Grid data = made.fixed;
  for (std::size_t bit = 0; bit < 8 * words.size(); ++bit) {
    if ((unsigned{words[bit / 8]} >> (7 - bit % 8) & 1U) != 0) data.set(made.cells[bit].x, made.cells[bit].y);
  }
  int least = std::numeric_limits<int>::max();
  QrMatrix best;
  best.size = made.size;
  for (int mask = 0; mask < 8; ++mask) {
    Grid tried = joined(data, made.masks[static_cast<std::size_t>(mask)]);
    write_format(tried, mask, made.size);
    const int points = qr_penalty(tried.rows, tried.columns, made.size, least);
    if (points >= least) continue;
    least = points;
    best.rows = tried.rows;
  }
  return best;
}

}  // namespace guerdon
