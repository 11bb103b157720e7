#pragma once

#include <cstddef>

namespace guerdon::yaml {

constexpr std::size_t max_file_bytes = 1'000'000;
constexpr std::size_t max_depth = 32;

/// How many values a file of so many bytes may hold: a value takes some hundred bytes, and memory stays within forty
/// times the file. No record comes near.
constexpr std::size_t most_values(std::size_t bytes) { return 2000 + bytes / 6; }

}  // namespace guerdon::yaml
