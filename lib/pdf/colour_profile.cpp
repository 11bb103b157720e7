#include "pdf/colour_profile.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace guerdon::pdf {

namespace {

using Triple = std::array<double, 3>;

constexpr Triple white_d50{0.9642, 1, 0.8249};
// The primaries of sRGB, brought from D65 to D50 by the Bradford matrix below.
constexpr Triple red{0.43607, 0.22249, 0.01392};
constexpr Triple green{0.38515, 0.71687, 0.09708};
constexpr Triple blue{0.14307, 0.06061, 0.71410};
constexpr std::array<Triple, 3> bradford{
    {{1.04788, 0.02292, -0.05022}, {0.02959, 0.99048, -0.01707}, {-0.00925, 0.01508, 0.75168}}};

/// Bytes of a profile: everything is big-endian.
class Bytes {
 public:
  void word(std::uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
      bytes += static_cast<char>(value >> static_cast<unsigned>(shift) & 0xFFU);
  }
  void half(unsigned value) { bytes.append({static_cast<char>(value >> 8U), static_cast<char>(value & 0xFFU)}); }
  void words(int count) { bytes.append(4 * static_cast<std::size_t>(count), '\0'); }
  void fixed(double value) { word(static_cast<std::uint32_t>(static_cast<std::int32_t>(std::lround(value * 65536)))); }
  void fixed(const Triple& values) {
    for (const double value : values)
      fixed(value);
  }
  /// The signature of an element's type, and its reserved word.
  void type(std::string_view name) {
    bytes.append(name);
    word(0);
  }
  void pad() { bytes.append((4 - bytes.size() % 4) % 4, '\0'); }

  std::string bytes;
};

std::string text_element(std::string_view text) {
  constexpr std::uint32_t record_size = 12;
  constexpr std::uint32_t text_begin = 28;
  Bytes out;
  out.type("mluc");
  out.word(1);
  out.word(record_size);
  out.bytes += "enUS";
  out.word(static_cast<std::uint32_t>(2 * text.size()));
  out.word(text_begin);
  for (const char c : text)
    out.half(static_cast<unsigned char>(c));
  out.pad();
  return std::move(out.bytes);
}

std::string xyz_element(const Triple& values) {
  Bytes out;
  out.type("XYZ ");
  out.fixed(values);
  return std::move(out.bytes);
}

/// The transfer curve of sRGB: a power above 0.04045, a line below.
std::string curve_element() {
  constexpr unsigned power_and_line = 3;
  Bytes out;
  out.type("para");
  out.half(power_and_line);
  out.half(0);
  for (const double value : {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045})
    out.fixed(value);
  return std::move(out.bytes);
}

std::string adaptation_element() {
  Bytes out;
  out.type("sf32");
  for (const Triple& row : bradford)
    out.fixed(row);
  return std::move(out.bytes);
}

std::string header(std::size_t size) {
  Bytes out;
  out.word(static_cast<std::uint32_t>(size));
  out.words(1);
  out.word(0x04200000);  // version 4.2
  out.bytes += "mntrRGB XYZ ";
  for (const unsigned part : {2000U, 1U, 1U, 0U, 0U, 0U})
    out.half(part);
  out.bytes += "acsp";
  out.words(7);
  out.fixed(white_d50);
  out.words(12);
  return std::move(out.bytes);
}

}  // namespace

std::string srgb_profile() {
  const std::string curve = curve_element();
  // An element with the bytes of the one before it shares them.
  const std::vector<std::pair<std::string_view, std::string>> elements{{"desc", text_element("sRGB IEC61966-2.1")},
                                                                       {"cprt", text_element("CC0")},
                                                                       {"wtpt", xyz_element(white_d50)},
                                                                       {"chad", adaptation_element()},
                                                                       {"rXYZ", xyz_element(red)},
                                                                       {"gXYZ", xyz_element(green)},
                                                                       {"bXYZ", xyz_element(blue)},
                                                                       {"rTRC", curve},
                                                                       {"gTRC", curve},
                                                                       {"bTRC", curve}};
  constexpr std::size_t header_size = 128;
  const std::size_t begin = header_size + 4 + 12 * elements.size();
  Bytes table;
  std::string data;
  std::size_t at = begin;
  table.word(static_cast<std::uint32_t>(elements.size()));
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const auto& [name, bytes] = elements[i];
    if (i == 0 || bytes != elements[i - 1].second) {
      at = begin + data.size();
      data += bytes;
    }
    table.bytes += name;
    table.word(static_cast<std::uint32_t>(at));
    table.word(static_cast<std::uint32_t>(bytes.size()));
  }
  return header(begin + data.size()) + table.bytes + data;
}

}  // namespace guerdon::pdf
