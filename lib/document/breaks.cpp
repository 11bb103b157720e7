#include "document/breaks.h"

#include <thai/thwbrk.h>
#include <unilbrk.h>

#include <mutex>
#include <string>

#include "base/text.h"
#include "document/shared_library.h"

namespace guerdon {

namespace {

bool is_thai(char32_t c) { return c >= 0x0E01 && c <= 0x0E5B; }
bool is_hangul(char32_t c) { return (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF); }
bool is_zero_width_space(char32_t c) { return c == 0x200B; }

/// Katakana: foreign names, whose words are kept together where there is room.
bool is_katakana(char32_t c) { return (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FC && c <= 0x30FF); }

/// Han, kana, bopomofo, Yi and the punctuation that goes with them; Tibetan.
bool is_set_solid(char32_t c) {
  return (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x1B000 && c <= 0x1B16F) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0x0F00 && c <= 0x0FFF);
}

bool asks_for_rules(std::string_view text) {
  constexpr unsigned char least = 0xE0;  // the first byte of all that is here
  for (std::size_t offset = 0; offset < text.size();) {
    if (static_cast<unsigned char>(text[offset]) < least) {
      ++offset;
      continue;
    }
    const char32_t c = next_code_point(text, offset);
    if (is_thai(c) || is_hangul(c) || is_zero_width_space(c) || is_set_solid(c)) return true;
  }
  return false;
}

struct Thai {
  decltype(th_brk_new)* make;
  decltype(th_brk_wc_find_breaks)* find;
  ThBrk* words;
};

Thai open_thai() {
  constexpr const char* file = "libthai.so.0";
  Thai thai{function_of<decltype(th_brk_new)>(file, "th_brk_new"),
            function_of<decltype(th_brk_wc_find_breaks)>(file, "th_brk_wc_find_breaks"), nullptr};
  if (thai.make != nullptr && thai.find != nullptr) thai.words = thai.make(nullptr);
  return thai;
}

/// Marks where words of Thai begin. Without libthai they are not known, and lines end at spaces only.
void add_thai(const std::u32string& characters, const std::vector<std::size_t>& begins, std::vector<Break>& breaks) {
  static const Thai thai = open_thai();
  static std::mutex one_at_a_time;
  if (thai.words == nullptr) return;
  std::vector<thwchar_t> wide(characters.begin(), characters.end());
  wide.push_back(0);
  std::vector<int> at(characters.size());
  const std::lock_guard guard(one_at_a_time);
  const int count = thai.find(thai.words, wide.data(), at.data(), at.size());
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(at[static_cast<std::size_t>(i)]);
    if (index > 0 && index < characters.size() && is_thai(characters[index - 1]) && is_thai(characters[index]))
      breaks[begins[index]] = Break::open;
  }
}

}  // namespace

Break break_behind(std::string_view cluster) {
  if (cluster.starts_with(' ') || cluster.starts_with("\u2002") || cluster.starts_with("\u3000")) return Break::space;
  if (cluster.starts_with('-') || cluster.starts_with("\u2010")) return Break::hyphen;
  return Break::none;
}

std::vector<Break> breaks_in(std::string_view text) {
  if (!asks_for_rules(text)) return {};
  std::vector<char> possible(text.size());
  u8_possible_linebreaks(reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), "UTF-8", possible.data());
  std::vector<Break> breaks(text.size() + 1, Break::none);
  std::u32string characters;
  std::vector<std::size_t> begins;
  bool thai = false;
  for (std::size_t offset = 0; offset < text.size();) {
    begins.push_back(offset);
    const std::size_t here = offset;
    const char32_t c = next_code_point(text, offset);
    const char32_t before = characters.empty() ? U' ' : characters.back();
    characters.push_back(c);
    thai = thai || is_thai(c);
    if (here == 0 || possible[here] != UC_BREAK_POSSIBLE) continue;
    const bool in_a_word = is_katakana(before) && is_katakana(c);
    const bool is_open = !in_a_word && (is_set_solid(before) || is_set_solid(c) || is_zero_width_space(before));
    if (is_open) {
      breaks[here] = Break::open;
    } else if (in_a_word || is_hangul(before) || is_hangul(c)) {
      breaks[here] = Break::rescue;
    }
  }
  if (thai) add_thai(characters, begins, breaks);
  return breaks;
}

}  // namespace guerdon
