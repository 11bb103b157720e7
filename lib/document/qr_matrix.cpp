#include "document/qr_matrix.h"

#include <bit>
#include <cstdlib>
#include <limits>
#include <memory>
#include <vector>

namespace guerdon {

namespace {

using Rows = std::array<std::uint64_t, QrMatrix::most_rows>;

/// How a version cuts its codewords into blocks, with error correction M. Source: ISO/IEC 18004, table 9.
struct Blocks {
  std::size_t correction;  ///< codewords of error correction of each block
  std::size_t shorter;     ///< number of blocks
  std::size_t data;        ///< codewords of data in each of those
  std::size_t longer;      ///< number of blocks with one more

  [[nodiscard]] constexpr std::size_t count() const { return shorter + longer; }
  [[nodiscard]] constexpr std::size_t capacity() const { return count() * data + longer; }
};

constexpr std::array<Blocks, 11> blocks_of_versions{{{10, 1, 16, 0},
                                                     {16, 1, 28, 0},
                                                     {26, 1, 44, 0},
                                                     {18, 2, 32, 0},
                                                     {24, 2, 43, 0},
                                                     {16, 4, 27, 0},
                                                     {18, 4, 31, 0},
                                                     {22, 2, 38, 2},
                                                     {22, 3, 36, 2},
                                                     {26, 4, 43, 1},
                                                     {30, 1, 50, 4}}};

/// Last centre of the alignment patterns, from version 2; the others lie between 6 and it. Source: annex E.
constexpr std::array<int, 10> last_centres{18, 22, 26, 30, 34, 38, 42, 46, 50, 54};

/// Bytes that a version holds, and the bits that say how many.
constexpr std::size_t length_bits(std::size_t version) { return version < 10 ? 8 : 16; }
constexpr std::size_t room(std::size_t version) {
  return (8 * blocks_of_versions[version - 1].capacity() - 4 - length_bits(version)) / 8;
}

/// The field of 256 elements modulo x^8 + x^4 + x^3 + x^2 + 1.
struct Field {
  std::array<std::uint8_t, 510> power{};
  std::array<std::uint8_t, 256> exponent{};

  constexpr Field() {
    unsigned value = 1;
    for (std::size_t i = 0; i < 255; ++i) {
      power.at(i) = power.at(i + 255) = static_cast<std::uint8_t>(value);
      exponent.at(value) = static_cast<std::uint8_t>(i);
      value = value << 1U;
      if (value > 255) value ^= 0x11DU;
    }
  }
  [[nodiscard]] constexpr std::uint8_t product(std::uint8_t a, std::uint8_t b) const {
    return a == 0 || b == 0 ? std::uint8_t{0} : power[std::size_t{exponent[a]} + exponent[b]];
  }
};

constexpr Field field;

using Bytes = std::vector<std::uint8_t>;

/// The polynomial whose roots are the first `degree` powers, without its leading 1.
Bytes generator(std::size_t degree) {
  Bytes out(degree);
  out.back() = 1;
  for (std::size_t i = 0; i < degree; ++i) {
    for (std::size_t at = 0; at < degree; ++at) {
      out[at] = field.product(out[at], field.power[i]);
      if (at + 1 < degree) out[at] = static_cast<std::uint8_t>(out[at] ^ out[at + 1]);
    }
  }
  return out;
}

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
  Rows rows{};
  Rows columns{};

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
  explicit Version(std::size_t which)
      : number(which),
        size(static_cast<int>(17 + 4 * which)),
        blocks(blocks_of_versions.at(which - 1)),
        divisor(generator(blocks.correction)) {
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
  Blocks blocks;
  Bytes divisor;
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
  thread_local std::array<std::unique_ptr<const Version>, blocks_of_versions.size()> made;
  std::unique_ptr<const Version>& one = made.at(number - 1);
  if (!one) one = std::make_unique<const Version>(number);
  return *one;
}

/// The codewords of data: mode, length, content, end, padding.
Bytes data_of(std::string_view content, const Version& version) {
  Bytes out;
  unsigned rest = 4;  // byte mode; its four bits shift all that follows by half a byte
  const auto add = [&out, &rest](unsigned byte) {
    out.push_back(static_cast<std::uint8_t>(rest << 4U | byte >> 4U));
    rest = byte & 0xFU;
  };
  if (length_bits(version.number) == 16) add(static_cast<unsigned>(content.size() >> 8U));
  add(static_cast<unsigned>(content.size() & 0xFFU));
  for (const char c : content)
    add(static_cast<unsigned char>(c));
  add(0);
  const std::size_t capacity = version.blocks.capacity();
  out.resize(std::min(out.size(), capacity));
  for (bool odd = true; out.size() < capacity; odd = !odd)
    out.push_back(odd ? 0xEC : 0x11);
  return out;
}

Bytes correction_of(const std::uint8_t* data, std::size_t count, const Bytes& divisor) {
  Bytes rest(divisor.size());
  for (std::size_t i = 0; i < count; ++i) {
    const auto factor = static_cast<std::uint8_t>(data[i] ^ rest.front());
    for (std::size_t at = 0; at + 1 < rest.size(); ++at)
      rest[at] = static_cast<std::uint8_t>(rest[at + 1] ^ field.product(divisor[at], factor));
    rest.back() = field.product(divisor.back(), factor);
  }
  return rest;
}

/// All codewords, those of the blocks in turn.
Bytes codewords(const Bytes& data, const Version& version) {
  const Blocks& blocks = version.blocks;
  std::vector<std::size_t> begins;
  std::vector<Bytes> corrections;
  std::size_t at = 0;
  for (std::size_t block = 0; block < blocks.count(); ++block) {
    const std::size_t length = blocks.data + (block >= blocks.shorter ? 1 : 0);
    begins.push_back(at);
    corrections.push_back(correction_of(data.data() + at, length, version.divisor));
    at += length;
  }
  Bytes out;
  for (std::size_t i = 0; i <= blocks.data; ++i) {
    for (std::size_t block = i < blocks.data ? 0 : blocks.shorter; block < blocks.count(); ++block)
      out.push_back(data[begins[block] + i]);
  }
  for (std::size_t i = 0; i < blocks.correction; ++i) {
    for (const Bytes& correction : corrections)
      out.push_back(correction[i]);
  }
  return out;
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

/// Of the whole; once it is no less than `limit`, the rest is not counted.
int penalty(const Grid& grid, int size, int limit) {
  const auto count = static_cast<std::size_t>(size);
  int sum = 0;
  int dark = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t row = grid.rows[i];
    dark += std::popcount(row);
    sum += line_penalty(row, size) + line_penalty(grid.columns[i], size);
    if (sum >= limit) return sum;
    if (i + 1 == count) break;
    const std::uint64_t below = grid.rows[i + 1];
    const std::uint64_t differs = (row ^ below) | (row ^ row >> 1U) | (below ^ below >> 1U);
    sum += square * std::popcount(~differs & ~std::uint64_t{0} >> (65 - size));
  }
  const int modules = size * size;
  const int percent = (200 * dark + modules) / modules / 2;
  return sum + std::abs(percent - 50) / 5 * imbalance;
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
  std::size_t number = 1;
  while (number <= blocks_of_versions.size() && room(number) < content.size())
    ++number;
  if (number > blocks_of_versions.size()) return std::nullopt;
  const Version& made = version(number);
  const Bytes words = codewords(data_of(content, made), made);
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
    const int points = penalty(tried, made.size, least);
    if (points >= least) continue;
    least = points;
    best.rows = tried.rows;
  }
  return best;
}

}  // namespace guerdon
