#include "document/bidi.h"

#include <fribidi/fribidi.h>

#include <algorithm>
#include <array>

#include "base/error.h"
#include "base/text.h"
#include "document/shared_library.h"

namespace guerdon {

bool is_right_to_left(std::string_view language) {
  constexpr std::array<std::string_view, 13> languages{"ar", "he", "fa",  "ur",  "ps",  "sd", "ug",
                                                       "yi", "dv", "ckb", "arc", "syr", "nqo"};
  constexpr std::array<std::string_view, 5> scripts{"Arab", "Hebr", "Thaa", "Syrc", "Nkoo"};
  const std::size_t end = language.find('-');
  // A script that is named has the last word: `az-Arab`, `ku-Latn`.
  if (end != std::string_view::npos && language.size() >= end + 5) {
    const std::string_view second = language.substr(end + 1, 4);
    const bool is_script = language.size() == end + 5 || language[end + 5] == '-';
    if (is_script) return std::find(scripts.begin(), scripts.end(), second) != scripts.end();
  }
  return std::find(languages.begin(), languages.end(), language.substr(0, end)) != languages.end();
}

namespace {

/// Source: Unicode, DerivedBidiClass: the blocks whose characters are R, AL or AN by default, and the controls.
bool turns(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0x200E && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) ||
         (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

struct Fribidi {
  decltype(fribidi_get_bidi_types)* types;
  decltype(fribidi_get_bracket_types)* brackets;
  decltype(fribidi_get_par_embedding_levels_ex)* levels;
};

Fribidi open_fribidi() {
  constexpr const char* file = "libfribidi.so.0";
  const Fribidi found{
      function_of<decltype(fribidi_get_bidi_types)>(file, "fribidi_get_bidi_types"),
      function_of<decltype(fribidi_get_bracket_types)>(file, "fribidi_get_bracket_types"),
      function_of<decltype(fribidi_get_par_embedding_levels_ex)>(file, "fribidi_get_par_embedding_levels_ex")};
  if (found.types == nullptr || found.brackets == nullptr || found.levels == nullptr) {
    throw Error(Failure::access, "text that is written from right to left needs the library libfribidi.so.0",
                "apt install libfribidi0");
  }
  return found;
}

const Fribidi& fribidi() {
  static const Fribidi found = open_fribidi();
  return found;
}

}  // namespace

bool has_right_to_left(std::string_view text) {
  constexpr unsigned char least = 0xD6;  // the first byte of U+0590
  for (std::size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < least) {
      ++offset;
      continue;
    }
    if (turns(next_code_point(text, offset))) return true;
  }
  return false;
}

bool begins_right_to_left(std::string_view text, bool otherwise) {
  if (!otherwise && !has_right_to_left(text)) return false;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto character = static_cast<FriBidiChar>(next_code_point(text, offset));
    FriBidiCharType type = FRIBIDI_TYPE_ON;
    fribidi().types(&character, 1, &type);
    if (FRIBIDI_IS_LETTER(type)) return FRIBIDI_IS_RTL(type);
  }
  return otherwise;
}

std::vector<std::uint8_t> levels_of(std::string_view text, bool right_to_left) {
  std::vector<FriBidiChar> characters;
  std::vector<std::size_t> begins;
  for (std::size_t offset = 0; offset < text.size();) {
    begins.push_back(offset);
    characters.push_back(static_cast<FriBidiChar>(next_code_point(text, offset)));
  }
  begins.push_back(text.size());
  const auto count = static_cast<FriBidiStrIndex>(characters.size());
  std::vector<FriBidiCharType> types(characters.size());
  std::vector<FriBidiBracketType> brackets(characters.size());
  std::vector<FriBidiLevel> levels(characters.size());
  FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
  fribidi().types(characters.data(), count, types.data());
  fribidi().brackets(characters.data(), count, types.data(), brackets.data());
  if (count > 0 && fribidi().levels(types.data(), brackets.data(), count, &base, levels.data()) == 0)
    throw Error(Failure::access, "the direction of a text cannot be found: FriBidi has no memory");
  std::vector<std::uint8_t> by_byte(text.size());
  for (std::size_t i = 0; i < characters.size(); ++i)
    std::fill(by_byte.begin() + static_cast<std::ptrdiff_t>(begins[i]),
              by_byte.begin() + static_cast<std::ptrdiff_t>(begins[i + 1]), static_cast<std::uint8_t>(levels[i]));
  return by_byte;
}

void keep_tokens(std::string_view text, std::vector<std::uint8_t>& levels) {
  const auto is_alphanumeric = [](char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  };
  const auto is_graphic = [](char c) { return c > ' ' && c < '\x7F'; };
  constexpr std::uint8_t inside_right_to_left = 2;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_alphanumeric(text[i])) continue;
    std::size_t end = i;
    while (end < text.size() && is_graphic(text[end]))
      ++end;
    while (!is_alphanumeric(text[end - 1]))
      --end;
    std::fill(levels.begin() + static_cast<std::ptrdiff_t>(i), levels.begin() + static_cast<std::ptrdiff_t>(end),
              inside_right_to_left);
    i = end;
  }
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
  std::vector<std::size_t> order(levels.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  std::uint8_t highest = 0;
  std::uint8_t lowest_odd = 255;
  for (const std::uint8_t level : levels) {
    highest = std::max(highest, level);
    if (level % 2 == 1) lowest_odd = std::min(lowest_odd, level);
  }
  for (int level = highest; level >= lowest_odd; --level) {
    for (std::size_t i = 0; i < levels.size();) {
      std::size_t end = i;
      while (end < levels.size() && levels[end] >= level)
        ++end;
      // Levels stand in reading order; what they were reversed by before is inside the stretch.
      std::reverse(order.begin() + static_cast<std::ptrdiff_t>(i), order.begin() + static_cast<std::ptrdiff_t>(end));
      i = std::max(end, i + 1);
    }
  }
  return order;
}

}  // namespace guerdon
