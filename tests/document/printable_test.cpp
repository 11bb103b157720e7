#include "document/printable.h"

#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("Latin with any diacritics, Greek and Cyrillic are set") {
  for (const char* name :
       {"Nguyễn Thị Ánh Nguyệt", "Ọ̀ṣun Adébáyọ̀", "Şükrü Çağlayan", "Þórdís Guðmundsdóttir", "Ελένη Παπαδοπούλου",
        "Ἀχιλλεύς", "Љубица Ђорђевић", "Їжакевич Олександр", "Ţepeş Ştefan", "Ŵyn ap Rhŷs", "Ħal Għaxaq"}) {
    Certificate c = soft_skills();
    c.name = name;
    const LaidOut out = laid_out(c);
    CHECK_MESSAGE(out.pages.has_value(), name);
    CHECK(out.text().find(name) != std::string::npos);
  }
}

TEST_CASE("An Arabic name is refused with field, character, code point, script and the way out") {
  Certificate c = soft_skills();
  c.name = "\u0633";
  const LaidOut out = laid_out(c);
  CHECK_FALSE(out.pages.has_value());
  CHECK(out.finding() ==
        "page.printable: `\u0633` (U+0633) in the volunteer's name is in the Arabic script; pages are set in Latin, "
        "Greek and Cyrillic");
  CHECK(out.findings.items()[0].hint ==
        "record her name in Latin letters as `latin:`, with `print: latin`, and issue again");
}

TEST_CASE("A character that the font lacks is refused with the font's file") {
  Certificate c = soft_skills();
  c.tasks = {"Painted a \U0001F33B on the wall"};
  CHECK(laid_out(c).finding() ==
        "page.printable: `\U0001F33B` (U+1F33B) in the list of tasks is not in the font GentiumBookPlus-Regular.ttf");
}

TEST_CASE("All foreign characters are reported, each once") {
  const auto found = find_foreign("\u4E2D\u6587\u4E2D a \u05D0");
  REQUIRE(found.size() == 3);
  CHECK(found[0].script == "Han");
  CHECK(found[2].script == "Hebrew");
}

TEST_CASE("A script without a name of ours is given by its code") { CHECK(script_name(U'\u1401') == "Cans"); }
