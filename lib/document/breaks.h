#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace guerdon {

/// Whether a line may end behind a cluster.
enum class Break : std::uint8_t {
  none,
  space,   ///< at the line's end it does not count for the width
  hyphen,  ///< only inside a word that is by itself wider than the measure
  open,    ///< always: between ideographs, between Thai words
  rescue,  ///< as `hyphen`, without one: between syllables of Hangul
  soft     ///< with a hyphen that is added
};

/// The break that the first character of `cluster` gives, whatever stands around it.
Break break_behind(std::string_view cluster);

/// For each byte of `text`, and its end, the break in front of it that Unicode's rules and the words of Thai allow
/// besides those of `break_behind`; empty where a text of such letters has none. Source: UAX 14.
std::vector<Break> breaks_in(std::string_view text);

}  // namespace guerdon
