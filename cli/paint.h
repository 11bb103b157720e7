#pragma once

#include <string>
#include <string_view>

namespace guerdon {

/// How a word stands out on a screen that has colours.
enum class Ink : std::uint8_t { bold, dim, red, yellow, green, cyan };

/// `text` in that ink; as it is where the screen has no colour.
std::string painted(std::string_view text, Ink ink, bool colour);

}  // namespace guerdon
