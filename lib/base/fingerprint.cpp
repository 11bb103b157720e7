#include "base/fingerprint.h"

#include <cstring>

namespace guerdon {
namespace {

/// A bijection in which every bit of `x` moves about half of the others. Source: Stafford, "Better bit mixing",
/// variant 13.
std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EB;
  return x ^ (x >> 31U);
}

}  // namespace

void Fingerprint::add(std::uint64_t number) {
  high = mixed(high ^ number) + low;
  low = mixed(low + number * 0xFF51AFD7ED558CCD) ^ high;
}

void Fingerprint::add(std::string_view text) {
  add(std::uint64_t{text.size()});
  for (; text.size() >= sizeof(std::uint64_t); text.remove_prefix(sizeof(std::uint64_t))) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data(), sizeof word);
    add(word);
  }
  std::uint64_t rest = 0;
  if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
  add(rest);
}

}  // namespace guerdon
