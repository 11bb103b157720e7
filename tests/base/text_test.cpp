#include "base/text.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

TEST_CASE("bytes that are not UTF-8 are found where they begin") {
  const std::array<std::pair<std::string_view, std::size_t>, 6> table{{
      {"a\xFF", 1},             // no lead byte
      {"ab\xC3(", 2},           // a sequence cut short
      {"\xC0\xAF", 0},          // an overlong slash
      {"x\xED\xA0\x80", 1},     // a surrogate
      {"\xF4\x90\x80\x80", 0},  // beyond U+10FFFF
      {"\xC5\x82\x82", 2},      // a stray continuation
  }};
  for (const auto& [text, offset] : table)
    CHECK(find_bad_utf8(text) == offset);
}

TEST_CASE("a byte is judged alike wherever in a text it stands") {
  for (std::size_t at = 0; at < 24; ++at) {
    for (unsigned value = 0; value < 256; ++value) {
      std::string text(24, at % 2 == 0 ? ' ' : '~');
      text[at] = static_cast<char>(value);
      CAPTURE(at);
      CAPTURE(value);
      CHECK(find_bad_utf8(text) == (value < 0x80 ? std::nullopt : std::optional(at)));
      if (value >= 0x80) continue;
      const auto found = find_forbidden_characters(text);
      const bool is_forbidden = (value < 0x20 && value != '\n') || value == 0x7F;
      REQUIRE(found.size() == (is_forbidden ? 1 : 0));
      if (is_forbidden) CHECK(found.front().offset == at);
    }
    const std::string letter = std::string(at, 'x') + "é\nł";
    CHECK(find_bad_utf8(letter) == std::nullopt);
    CHECK(find_forbidden_characters(letter).empty());
    CHECK(find_bad_utf8(letter.substr(0, at + 1) + '\n') == at);
    CHECK(find_forbidden_characters(letter + "\xE2\x80\xAE").front().offset == at + 5);
  }
}

TEST_CASE("good UTF-8 of every length passes") { CHECK(find_bad_utf8("aé€😀") == std::nullopt); }

TEST_CASE("a text is walked code point by code point") {
  const std::string_view text = "aé€😀";
  std::u32string seen;
  for (std::size_t at = 0; at < text.size();)
    seen += next_code_point(text, at);
  CHECK(seen == U"aé€😀");
  CHECK(code_points(text) == 4);
}

TEST_CASE("a code point is appended as UTF-8") {
  std::string text = "a";
  for (const char32_t c : U"é€😀") {
    if (c != 0) append_utf8(text, c);
  }
  CHECK(text == "aé€😀");
}

TEST_CASE("tabs, controls and bidirectional controls are forbidden, each by its kind") {
  struct Row {
    std::string_view text;
    char32_t code_point;
    std::string_view kind;
  };
  const std::array<Row, 9> table{{
      {"a\tb", 0x09, "a tab"},
      {"a\x01", 0x01, "a control character"},
      {"a\x7F", 0x7F, "a control character"},
      {"a\rb", 0x0D, "a control character"},
      {"a\xC2\x85", 0x85, "a control character"},
      {"a\xE2\x80\xA8", 0x2028, "a control character"},
      {"a\xE2\x80\xAE", 0x202E, "a bidirectional control character"},
      {"a\xE2\x81\xA6", 0x2066, "a bidirectional control character"},
      {"a\xD8\x9C", 0x061C, "a bidirectional control character"},
  }};
  for (const Row& row : table) {
    const auto found = find_forbidden_characters(row.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].offset == 1);
    CHECK(found[0].code_point == row.code_point);
    CHECK(found[0].kind == row.kind);
  }
}

TEST_CASE("every forbidden character of a text is found") {
  CHECK(find_forbidden_characters("\t\x01\xE2\x80\xAE").size() == 3);
}

TEST_CASE("newlines, a carriage return before one, and letters of any script are allowed") {
  CHECK(find_forbidden_characters("Łukasz\r\nΕλένη\nمريم 中文").empty());
}

TEST_CASE("a code point is named in hexadecimal, four digits or more") {
  CHECK(code_point_name(0x142) == "U+0142");
  CHECK(code_point_name(0x1F600) == "U+1F600");
}

TEST_CASE("a letter and its combining mark meet in normal form C") { CHECK(nfc("e\xCC\x81") == "é"); }

TEST_CASE("spellings of one name fold to one key") {
  const std::array<std::pair<std::string_view, std::string_view>, 9> table{{
      {"Team Work", "team-work"},
      {"Zoë", "zoe"},
      {"Łukasz Őrség", "lukasz orseg"},
      {"Søren", "soren"},
      {"Đorđe", "dorde"},
      {"STRASSE", "straße"},
      {"Planning & Organising", "planning organising"},
      {"Ma\xC2\xA0Ria", "ma ria"},
      {"e\xCC\x81", "é"},
  }};
  for (const auto& [a, b] : table)
    CHECK(folded(a) == folded(b));
}

TEST_CASE("different names keep different keys") { CHECK(folded("Marta") != folded("Maria")); }

TEST_CASE("what a terminal could obey is shown as an escape") {
  CHECK(sanitized("a\x1B[31m\xE2\x80\xAE"
                  "b") == "a\\u{1b}[31m\\u{202e}b");
}

TEST_CASE("wide characters count two columns and marks none") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("中文") == 4);
  CHECK(display_width("e\xCC\x81") == 1);
}

TEST_CASE("a count has its word in the right number") {
  CHECK(counted(0, "error") == "0 errors");
  CHECK(counted(1, "error") == "1 error");
  CHECK(counted(2, "error") == "2 errors");
}

TEST_CASE("paragraphs are what stands between blank lines, on one line each") {
  CHECK(paragraphs_of("").empty());
  CHECK(paragraphs_of("\n  a\nb  \n \n\nc\n") == std::vector<std::string>{"a b", "c"});
}
