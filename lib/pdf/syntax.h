#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace guerdon::pdf {

/// Adds `value` with at most `decimals` decimals, without trailing zeros; locale does not count.
void append_number(std::string& out, double value, int decimals = 2);

/// Adds a whole number.
void append_integer(std::string& out, std::size_t value);

/// Adds two hexadecimal digits.
void append_hex8(std::string& out, unsigned value);

/// Adds four hexadecimal digits.
void append_hex16(std::string& out, unsigned value);

/// UTF-16BE in hexadecimal digits.
std::string utf16_hex(std::string_view utf8);

/// A text string object: `(…)` where it is all ASCII, else `<FEFF…>`.
std::string text_string(std::string_view utf8);

/// `12 0 R`
std::string reference(std::size_t object);
/// Adds `12 0 R`.
void append_reference(std::string& out, std::size_t object);

/// How long to look for repetitions in a stream.
enum class Packing : std::uint8_t { thorough, quick };

/// The version of the library that deflates.
std::string deflate_version();

/// A stream object's body: `dictionary` (entries without brackets), then `bytes` deflated.
std::string stream_body(std::string_view dictionary, std::string_view bytes, Packing packing = Packing::thorough);

/// `bytes` deflated.
std::string deflate(std::string_view bytes, Packing packing = Packing::thorough);

/// The body of a stream object that holds `bytes` as they are, encoded by `filter` already.
std::string packed_body(std::string_view dictionary, std::string_view filter, std::string_view bytes);

/// The body of a stream object whose `dictionary` says how `bytes` are encoded.
std::string stream_as_is(std::string_view dictionary, std::string_view bytes);

}  // namespace guerdon::pdf
