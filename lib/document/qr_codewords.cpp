#include "document/qr_codewords.h"

#include <array>

namespace guerdon {

namespace {

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

constexpr const Blocks& blocks_of(std::size_t version) { return blocks_of_versions[version - 1]; }

/// Bits that say how many bytes follow, and the bytes that a version holds.
constexpr std::size_t length_bits(std::size_t version) { return version < 10 ? 8 : 16; }
constexpr std::size_t room(std::size_t version) {
  return (8 * blocks_of(version).capacity() - 4 - length_bits(version)) / 8;
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

/// The generator for a version, made once.
const Bytes& divisor_of(std::size_t version) {
  static const std::array<Bytes, blocks_of_versions.size()> divisors = [] {
    std::array<Bytes, blocks_of_versions.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i)
      made.at(i) = generator(blocks_of_versions.at(i).correction);
    return made;
  }();
  return divisors.at(version - 1);
}

/// The codewords of data: mode, length, content, end, padding.
Bytes data_of(std::string_view content, std::size_t version) {
  Bytes out;
  unsigned rest = 4;  // byte mode; its four bits shift all that follows by half a byte
  const auto add = [&out, &rest](unsigned byte) {
    out.push_back(static_cast<std::uint8_t>(rest << 4U | byte >> 4U));
    rest = byte & 0xFU;
  };
  if (length_bits(version) == 16) add(static_cast<unsigned>(content.size() >> 8U));
  add(static_cast<unsigned>(content.size() & 0xFFU));
  for (const char c : content)
    add(static_cast<unsigned char>(c));
  add(0);
  const std::size_t capacity = blocks_of(version).capacity();
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

}  // namespace

std::optional<std::size_t> qr_version(std::size_t bytes) {
  for (std::size_t version = 1; version <= blocks_of_versions.size(); ++version) {
    if (bytes <= room(version)) return version;
  }
  return std::nullopt;
}

Bytes qr_codewords(std::string_view content, std::size_t version) {
  const Bytes data = data_of(content, version);
  const Blocks& blocks = blocks_of(version);
  const Bytes& divisor = divisor_of(version);
  std::vector<std::size_t> begins;
  std::vector<Bytes> corrections;
  std::size_t at = 0;
  for (std::size_t block = 0; block < blocks.count(); ++block) {
    const std::size_t length = blocks.data + (block >= blocks.shorter ? 1 : 0);
    begins.push_back(at);
    corrections.push_back(correction_of(data.data() + at, length, divisor));
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

}  // namespace guerdon
