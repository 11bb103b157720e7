#include "document/qr_codewords.h"

#include <doctest/doctest.h>

#include <string>

using namespace guerdon;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes part(const Bytes& bytes, std::size_t begin, std::size_t end) {
  return {bytes.begin() + static_cast<std::ptrdiff_t>(begin), bytes.begin() + static_cast<std::ptrdiff_t>(end)};
}

/// Whether every power of 2 up to the number of `correction` is a root of data and correction: what a reader checks.
bool has_roots(const Bytes& block, std::size_t correction) {
  const auto doubled = [](unsigned value) { return value < 128 ? 2 * value : 2 * value ^ 0x11DU; };
  const auto product = [&](unsigned a, unsigned b) {
    unsigned sum = 0;
    for (; b != 0; b >>= 1U, a = doubled(a))
      sum ^= (b & 1U) != 0 ? a : 0;
    return sum;
  };
  unsigned root = 1;
  for (std::size_t i = 0; i < correction; ++i, root = doubled(root)) {
    unsigned value = 0;
    for (const std::uint8_t byte : block)
      value = product(value, root) ^ byte;
    if (value != 0) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("Mode, length, bytes and end are followed by padding up to the version's size") {
  CHECK(part(qr_codewords("AB", 1), 0, 16) ==
        Bytes{0x40, 0x24, 0x14, 0x20, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11, 0xEC, 0x11});
}

TEST_CASE("From version 10 the length has two bytes") {
  CHECK(part(qr_codewords(std::string(200, 'A'), 10), 0, 1) == Bytes{0x40});
  const Bytes words = qr_codewords(std::string(200, 'A'), 10);
  // Five blocks in turn: the first has the length's two bytes, shifted by half a byte, at its second and third place.
  CHECK(words[5] == 0x0C);
  CHECK(words[10] == 0x84);
}

TEST_CASE("A block and its correction together are a multiple of the generator") {
  const Bytes words = qr_codewords("guerdon", 1);
  REQUIRE(words.size() == 26);
  CHECK(has_roots(words, 10));
  Bytes damaged = words;
  damaged[3] ^= 1U;
  CHECK_FALSE(has_roots(damaged, 10));
}

TEST_CASE("Blocks stand in turn, the longer ones' last codeword alone") {
  const Bytes words = qr_codewords(std::string(150, 'x'), 8);
  // Version 8: two blocks of 38 codewords and two of 39, each with 22 of correction.
  REQUIRE(words.size() == 2 * 38 + 2 * 39 + 4 * 22);
  for (std::size_t block = 0; block < 4; ++block) {
    Bytes own;
    for (std::size_t i = 0; i < 38; ++i)
      own.push_back(words[4 * i + block]);
    if (block >= 2) own.push_back(words[4 * 38 + block - 2]);
    for (std::size_t i = 0; i < 22; ++i)
      own.push_back(words[2 * 38 + 2 * 39 + 4 * i + block]);
    CHECK(has_roots(own, 22));
  }
}

TEST_CASE("The least version is taken that has room") {
  CHECK(qr_version(14) == 1);
  CHECK(qr_version(15) == 2);
  CHECK(qr_version(251) == 11);
  CHECK_FALSE(qr_version(252).has_value());
}
