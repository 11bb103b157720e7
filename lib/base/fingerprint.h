#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guerdon {

/// 128 bits that differ, but for chance, where what was added or its order differs. Not against an adversary: for that
/// there is `sha256`.
class Fingerprint {
 public:
  void add(std::uint64_t number);
  void add(std::string_view text);

  auto operator<=>(const Fingerprint&) const = default;

  std::uint64_t high = 0x9E3779B97F4A7C15;
  std::uint64_t low = 0xD1B54A32D192ED03;
};

}  // namespace guerdon
