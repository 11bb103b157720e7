#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guerdon {

/// Offset of the first byte that is not UTF-8, empty if all is.
std::optional<std::size_t> find_bad_utf8(std::string_view text);

/// The code point at `offset` of valid UTF-8; moves `offset` behind it.
char32_t next_code_point(std::string_view text, std::size_t& offset);

/// Number of code points of valid UTF-8.
std::size_t code_points(std::string_view text);

/// Adds one code point as UTF-8.
void append_utf8(std::string& text, char32_t code_point);

/// A character that a record must not hold.
struct ForbiddenCharacter {
  std::size_t offset = 0;
  char32_t code_point = 0;
  std::string_view kind;  ///< "a tab", "a control character", "a bidirectional control character"
};

/// Every tab, control character (but newline, and carriage return before it) and bidirectional control of `text`.
std::vector<ForbiddenCharacter> find_forbidden_characters(std::string_view text);

/// `U+0142`
std::string code_point_name(char32_t code_point);

/// Normal form C.
std::string nfc(std::string_view text);

/// A key under which spellings meet: NFKD, no marks, case folded, `-`, `_`, `&` and runs of space as one space.
std::string folded(std::string_view text);

/// Small letters, accents kept.
std::string lower_case(std::string_view text);

/// The first letter as one that begins a sentence: `éducation` -> `Éducation`.
std::string capitalized(std::string_view text);

/// `text` fit for a terminal: control and bidirectional characters as `\u{…}`.
std::string sanitized(std::string_view text);

/// The paragraphs of a text: its parts between blank lines, the lines of each joined by a space.
std::vector<std::string> paragraphs_of(std::string_view text);

/// Columns on a terminal: wide characters count two, marks none.
std::size_t display_width(std::string_view text);

/// Up to three of `known` that look like `word`, nearest first; empty when none is near.
std::vector<std::string> nearest(std::string_view word, const std::vector<std::string>& known);

/// "`a`, `b` or `c`"; empty for an empty list.
std::string joined_or(const std::vector<std::string>& words);

/// "`a`, `b` and `c`"; empty for an empty list.
std::string joined_and(const std::vector<std::string>& words);

/// "1 error", "2 errors": the count and the word, with an s unless the count is one.
std::string counted(std::size_t count, std::string_view word);

}  // namespace guerdon
