#include "base/text.h"

#include <fmt/format.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace guerdon {
namespace {

const std::uint8_t* bytes(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

using Word = std::uint64_t;
constexpr Word each_byte = 0x0101010101010101;
constexpr Word high_bits = 0x80 * each_byte;

Word word_at(std::string_view text, std::size_t offset) {
  Word word = 0;
  std::memcpy(&word, text.data() + offset, sizeof word);
  return word;
}

/// The first place from `offset` on where a byte is not ASCII.
std::size_t skip_ascii(std::string_view text, std::size_t offset) {
  while (offset + sizeof(Word) <= text.size() && (word_at(text, offset) & high_bits) == 0)
    offset += sizeof(Word);
  while (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x80)
    ++offset;
  return offset;
}

bool is_ascii(std::string_view text) { return skip_ascii(text, 0) == text.size(); }

/// The first place from `offset` on where a byte is no letter, digit, sign or space of ASCII.
std::size_t skip_printable(std::string_view text, std::size_t offset) {
  while (offset + sizeof(Word) <= text.size()) {
    const Word word = word_at(text, offset);
    // Below 0x20 the first borrows, at 0x7F the second carries into a byte's high bit: the lowest that is set is right.
    const Word others = ((word - 0x20 * each_byte) | (word + each_byte) | word) & high_bits;
    if (others != 0 && std::endian::native != std::endian::little) break;
    if (others != 0) return offset + static_cast<std::size_t>(std::countr_zero(others)) / 8;
    offset += sizeof(Word);
  }
  while (offset < text.size() && text[offset] >= 0x20 && text[offset] < 0x7F)
    ++offset;
  return offset;
}

struct Free {
  void operator()(std::uint8_t* p) const { std::free(p); }  // libunistring allocates with malloc
};

std::string taken(std::uint8_t* result, std::size_t length) {
  const std::unique_ptr<std::uint8_t, Free> owned(result);
  if (!owned) throw std::bad_alloc();
  return std::string(reinterpret_cast<const char*>(owned.get()), length);
}

bool is_bidi_control(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool is_control(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || (c & 0xFFFE) == 0xFFFE;
}

}  // namespace

std::optional<std::size_t> find_bad_utf8(std::string_view text) {
  for (std::size_t begin = skip_ascii(text, 0); begin < text.size();) {
    std::size_t end = begin;
    while (end < text.size() && static_cast<unsigned char>(text[end]) >= 0x80)
      ++end;
    const std::uint8_t* bad = u8_check(bytes(text) + begin, end - begin);
    if (bad != nullptr) return static_cast<std::size_t>(bad - bytes(text));
    begin = skip_ascii(text, end);
  }
  return std::nullopt;
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto first = static_cast<unsigned char>(text[offset]);
  if (first < 0x80) {
    ++offset;
    return first;
  }
  ucs4_t code_point = 0;
  const int length = u8_mbtouc(&code_point, bytes(text) + offset, text.size() - offset);
  offset += static_cast<std::size_t>(length);
  return code_point;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

void append_utf8(std::string& text, char32_t code_point) {
  std::uint8_t buffer[6];
  const int length = u8_uctomb(buffer, code_point, sizeof buffer);
  if (length > 0) text.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::vector<ForbiddenCharacter> find_forbidden_characters(std::string_view text) {
  std::vector<ForbiddenCharacter> found;
  for (std::size_t offset = 0; (offset = skip_printable(text, offset)) < text.size();) {
    const std::size_t at = offset;
    const char32_t c = next_code_point(text, offset);
    if (c == '\n' || (c == '\r' && offset < text.size() && text[offset] == '\n')) continue;
    if (c == '\t') {
      found.push_back({at, c, "a tab"});
    } else if (is_control(c)) {
      found.push_back({at, c, "a control character"});
    } else if (is_bidi_control(c)) {
      found.push_back({at, c, "a bidirectional control character"});
    }
  }
  return found;
}

std::string code_point_name(char32_t code_point) {
  return fmt::format("U+{:04X}", static_cast<std::uint32_t>(code_point));
}

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::size_t length = 0;
  std::uint8_t* result = u8_normalize(UNINORM_NFC, bytes(text), text.size(), nullptr, &length);
  return taken(result, length);
}

std::string folded(std::string_view text) {
  std::string lower;
  if (is_ascii(text)) {
    lower = text;
    for (char& c : lower) {
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
  } else {
    std::size_t length = 0;
    std::uint8_t* result = u8_casefold(bytes(text), text.size(), nullptr, UNINORM_NFKD, nullptr, &length);
    lower = taken(result, length);
  }
  std::string out;
  bool space = false;
  for (std::size_t offset = 0; offset < lower.size();) {
    const std::size_t at = offset;
    const char32_t c = next_code_point(lower, offset);
    if (c >= 'a' && c <= 'z' && !space) {
      out += lower[at];
      continue;
    }
    if (c >= 0x80 && uc_is_general_category(c, UC_CATEGORY_Mn)) continue;
    if (c == ' ' || c == '-' || c == '_' || c == '&' || c == '\n' || c == 0xA0) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    // Letters that NFKD does not take apart but people type without their stroke.
    switch (c) {
      case 0x142:
        out += 'l';
        break;
      case 0xF8:
        out += 'o';
        break;
      case 0x111:
        out += 'd';
        break;
      case 0x131:
        out += 'i';
        break;
      default:
        out.append(lower, at, offset - at);
    }
  }
  return out;
}

std::string lower_case(std::string_view text) {
  if (text.empty()) return {};
  std::size_t length = 0;
  std::uint8_t* result = u8_tolower(bytes(text), text.size(), nullptr, nullptr, nullptr, &length);
  return taken(result, length);
}

std::string capitalized(std::string_view text) {
  std::string out;
  if (text.empty()) return out;
  std::size_t rest = 0;
  append_utf8(out, uc_totitle(next_code_point(text, rest)));
  return out.append(text.substr(rest));
}

std::string sanitized(std::string_view text) {
  std::string out;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t at = offset;
    const char32_t c = next_code_point(text, offset);
    if (is_control(c) || is_bidi_control(c)) {
      out += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    } else {
      out += text.substr(at, offset - at);
    }
  }
  return out;
}

std::size_t display_width(std::string_view text) {
  if (is_ascii(text)) return text.size();
  return static_cast<std::size_t>(std::max(0, u8_width(bytes(text), text.size(), "UTF-8")));
}

std::string counted(std::size_t count, std::string_view word) {
  return fmt::format("{} {}{}", count, word, count == 1 ? "" : "s");
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> out(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.ends_with(' '))
      line.remove_suffix(1);
    while (line.starts_with(' '))
      line.remove_prefix(1);
    if (line.empty()) {
      if (!out.back().empty()) out.emplace_back();
      continue;
    }
    if (!out.back().empty()) out.back() += ' ';
    out.back() += line;
  }
  if (out.back().empty()) out.pop_back();
  return out;
}

}  // namespace guerdon
