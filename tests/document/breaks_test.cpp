#include "document/breaks.h"

#include <doctest/doctest.h>

#include <string>

using namespace guerdon;

namespace {

/// `text` with a bar wherever `kind` stands.
std::string barred(const std::string& text, Break kind) {
  const auto breaks = breaks_in(text);
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!breaks.empty() && breaks[i] == kind) out += '|';
    out += text[i];
  }
  return out;
}

}  // namespace

TEST_CASE("Latin, Greek, Cyrillic, Arabic and Devanagari break at spaces alone") {
  for (const char* text : {"one two-three/four", "ένα δύο", "раз два", "واحد اثنان", "एक दो"})
    CHECK_MESSAGE(breaks_in(text).empty(), text);
  CHECK(break_behind(" ") == Break::space);
  CHECK(break_behind("\u2002") == Break::space);
  CHECK(break_behind("\u00A0") == Break::none);
  CHECK(break_behind("-") == Break::hyphen);
  CHECK(break_behind("a") == Break::none);
}

TEST_CASE("Ideographs part everywhere but before closing marks") {
  CHECK(barred("東京都、日本", Break::open) == "東|京|都、|日|本");
  CHECK(barred("「東京」へ", Break::open) == "「東|京」|へ");
}

TEST_CASE("Latin inside Chinese stays whole") { CHECK(barred("在Torino市", Break::open) == "在|Torino|市"); }

TEST_CASE("Hangul breaks at spaces, and between syllables where a word is too wide") {
  CHECK(barred("김수 한무", Break::open) == "김수 한무");
  CHECK(barred("김수", Break::rescue) == "김|수");
}

TEST_CASE("Thai breaks between words") { CHECK(barred("สวนชุมชนและเพื่อนบ้าน", Break::open) == "สวน|ชุมชน|และ|เพื่อนบ้าน"); }

TEST_CASE("A zero width space is a place to break") { CHECK(barred("ab\u200Bcd", Break::open) == "ab\u200B|cd"); }
