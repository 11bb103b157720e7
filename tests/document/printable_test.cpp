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

TEST_CASE("A name in any script is set in the font of its script") {
  for (const char* name :
       {"محمد", "שרה", "श्रीकृष्ण", "สมชาย", "王小明", "김수한무", "やまだ", "Հայկ", "ქეთევან", "𠮷野家"}) {
    Certificate c = soft_skills();
    c.name = name;
    CHECK_MESSAGE(laid_out(c).run(name).font->key().starts_with("Noto"), name);
  }
}

TEST_CASE("A character that no font has is refused once, with field, code point and the fonts that were asked") {
  Certificate c = soft_skills();
  c.tasks = {"Painted a \U0001F33B on the wall"};
  CHECK(laid_out(c).finding() ==
        "page.printable: `\U0001F33B` (U+1F33B) in the list of tasks is in none of the fonts that are for it: "
        "`GentiumBookPlus-Regular.ttf`, `NotoSerif-Regular.ttf` or `NotoSerifCJK-Regular.ttc`");
  c = soft_skills();
  c.name = "Zofia \U0001F33B";
  const LaidOut out = laid_out(c);
  CHECK(out.findings.items().size() == 1);
  CHECK(out.findings.items()[0].hint ==
        "record her name in Latin letters as `latin:`, with `print: latin`, and issue again");
}

TEST_CASE("Where the font of a script is not on the machine the package that brings it is told") {
  Diagnostics findings;
  const std::vector<Unprintable> missing{{0x633, "`A.ttf`", "NotoNaskhArabic-Regular.ttf", "fonts-noto-core"},
                                         {0x644, "`A.ttf`", "NotoNaskhArabic-Regular.ttf", "fonts-noto-core"}};
  report_unprintable(missing, "the list of tasks", {"case", {}}, findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message ==
        "`\u0633` (U+0633) and 1 other character in the list of tasks are of the script Arabic, and the font "
        "NotoNaskhArabic-Regular.ttf is not on this machine");
  CHECK(findings.items()[0].hint == "apt install fonts-noto-core, or write it with other characters, and issue again");
}

TEST_CASE("A script without a name of ours is given by its code") { CHECK(script_name(U'\u1401') == "Cans"); }
