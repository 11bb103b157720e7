#include "base/shorten.h"

#include <doctest/doctest.h>

#include "base/text.h"

namespace guerdon {
namespace {

TEST_CASE("What fits stays whole") {
  CHECK(shortened("Zofia", 5) == "Zofia");
  CHECK(shortened("", 0) == "");
  CHECK(shortened("日本", 4) == "日本");
}

TEST_CASE("What does not ends with an ellipsis, and is never wider than asked") {
  CHECK(shortened("Zofia Wiśniewska", 8) == "Zofia W…");
  CHECK(shortened("Zofia Wiśniewska", 7) == "Zofia…");
  CHECK(shortened("Zofia", 1) == "…");
  CHECK(shortened("Zofia", 0) == "");
  CHECK(shortened("日本語", 5) == "日本…");
  CHECK(shortened("日本語", 4) == "日…");
}

TEST_CASE("A letter is not cut from its marks") {
  CHECK(shortened("Wis\u0301niewska", 4) == "Wis\u0301…");
  CHECK(shortened("Wis\u0301niewska", 3) == "Wi…");
  CHECK(shortened("की कहानी", 2) != "क…");
}

TEST_CASE("At every width") {
  for (const char* text :
       {"Άννα Παπαδοπούλου", "محمد بن عبد الله", "山田太郎さん", "Nguyễn Thị Minh Khai", "कमला देवी"}) {
    for (std::size_t width = 0; width < 30; ++width) {
      const std::string out = shortened(text, width);
      CAPTURE(out);
      CHECK(display_width(out) <= width);
      CHECK(!find_bad_utf8(out));
    }
  }
}

}  // namespace
}  // namespace guerdon
