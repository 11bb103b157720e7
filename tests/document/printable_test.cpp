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

TEST_CASE("A script without a name of ours is given by its code") { CHECK(script_name(U'\u1401') == "Cans"); }
