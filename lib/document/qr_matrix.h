#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace guerdon {

/// The modules of a QR code: bit x of row y is set where it is dark.
struct QrMatrix {
  static constexpr std::size_t most_rows = 61;  ///< of version 11, the last whose rows fit a word

  using Rows = std::array<std::uint64_t, most_rows>;

  int size = 0;
  Rows rows{};

  [[nodiscard]] bool dark(int x, int y) const { return (rows[static_cast<std::size_t>(y)] >> x & 1U) != 0; }
};

/// The code of `content`: byte mode, error correction M, the smallest version that holds it, the mask with the least
/// penalty. Empty when it has more than 251 bytes, for which version 11 has no room. Source: ISO/IEC 18004.
std::optional<QrMatrix> qr_matrix(std::string_view content);

}  // namespace guerdon
