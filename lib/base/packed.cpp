#include "base/packed.h"

namespace guerdon {
namespace {

constexpr unsigned bits_of_byte = 7;
constexpr std::uint64_t more = 0x80;

}  // namespace

void Packed::add(std::uint64_t number) {
  for (; number >= more; number >>= bits_of_byte)
    bytes_ += static_cast<char>(number | more);
  bytes_ += static_cast<char>(number);
}

void Packed::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  bytes_ += text;
}

std::uint64_t Unpacked::number() {
  std::uint64_t out = 0;
  for (unsigned shift = 0; good_ && shift < 64 && !rest_.empty(); shift += bits_of_byte) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    out |= (byte & (more - 1)) << shift;
    if ((byte & more) == 0) return out;
  }
  good_ = false;
  return 0;
}

std::string_view Unpacked::text() {
  const std::uint64_t size = number();
  if (size > rest_.size()) good_ = false;
  if (!good_) return {};
  const std::string_view out = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return out;
}

}  // namespace guerdon
