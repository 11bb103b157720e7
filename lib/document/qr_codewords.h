#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace guerdon {

/// The least version that holds `bytes` bytes; empty when version 11 has no room for them.
std::optional<std::size_t> qr_version(std::size_t bytes);

/// The codewords of `content` in `version`, which has room for it: byte mode, error correction M, the blocks in turn.
/// Source: ISO/IEC 18004, 7.4 to 7.6.
std::vector<std::uint8_t> qr_codewords(std::string_view content, std::size_t version);

}  // namespace guerdon
