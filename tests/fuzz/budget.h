#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace guerdon::fuzz {

/// Counts what is allocated while it lives, and ends the program where that is at any time more than forty times `size`
/// and what a small input costs anyway.
class Budget {
 public:
  explicit Budget(std::size_t size);
  ~Budget();
  Budget(const Budget&) = delete;
  Budget& operator=(const Budget&) = delete;
};

/// Ends the program, with the sentence, where a claim does not hold.
void hold(bool claim, const char* sentence);

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace guerdon::fuzz
