#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace guerdon {

/// Whether texts in `language` (BCP 47) are written from right to left.
bool is_right_to_left(std::string_view language);

/// Whether `text` holds a character that is written from right to left or changes the direction.
bool has_right_to_left(std::string_view text);

/// Whether the first letter of `text` is written from right to left; `otherwise` where it has none. Source: UAX 9, P2.
bool begins_right_to_left(std::string_view text, bool otherwise);

/// The embedding level of each byte of `text`, read as one paragraph; odd is right to left. Source: Unicode, UAX 9.
/// Throws Error when FriBidi is not on this machine.
std::vector<std::uint8_t> levels_of(std::string_view text, bool right_to_left);

/// Keeps each id, number and address of ASCII in `text`, a paragraph from right to left, in one piece: `1234-ABCD`
/// would else be turned at its hyphen.
void keep_tokens(std::string_view text, std::vector<std::uint8_t>& levels);

/// The order in which parts of one line that have these levels stand from left to right. Source: UAX 9, L2.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace guerdon
