#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

LaidOut named(const std::string& name) {
  Certificate c = soft_skills();
  c.name = name;
  return laid_out(c);
}

}  // namespace

TEST_CASE("A short name is set at 40 pt") { CHECK(named("Zofia Wiśniewska").run("Zofia").size_pt == 40); }

TEST_CASE("A longer name steps down to 34 pt before it takes a second line") {
  const TextRun run = named("Wilhelmina von Habsburg-Este").run("Wilhelmina");
  CHECK(run.size_pt == 34);
  CHECK(run.text() == "Wilhelmina von Habsburg-Este");
}

TEST_CASE("The long sample just holds at 23 pt in two lines, the lines as even as they can be") {
  const LaidOut out = laid_out(long_names());
  const TextRun first = out.run("María");
  CHECK(first.size_pt == 23);
  CHECK(first.text() == "María de los Ángeles Fernández-Villaverde ");
  CHECK(out.run("Krzyżanowska").text() == "Krzyżanowska-Szczepańska");
}

TEST_CASE("A word of a name that is wider than the page breaks behind a hyphen, and only there") {
  const LaidOut out = named("Ana Fernández-Villaverde-Krzyżanowska-Szczepańska-Brzęczyszczykiewicz");
  CHECK(out.run("Fernández").size_pt == 23);
  for (const TextRun& run : out.runs()) {
    if (run.size_pt == 23 && run.text().find("kiewicz") == std::string_view::npos) CHECK(run.text().ends_with('-'));
  }
}

TEST_CASE("A name that needs four lines at the floor is refused with the millimetres") {
  std::string name;
  for (int i = 0; i < 12; ++i)
    name += "Wolfeschlegelsteinhausen ";
  const LaidOut out = named(name + "Berger");
  CHECK_FALSE(out.pages.has_value());
  CHECK(out.finding() ==
        "page.printable: the volunteer's name needs 12 lines of 166 mm at 23 pt and has room for 3: 799.0 mm of text "
        "too much");
}

TEST_CASE("A single word wider than the page is refused with the millimetres that are missing") {
  const LaidOut out = named(std::string(60, 'W'));
  CHECK_FALSE(out.pages.has_value());
  CHECK(out.finding().find("mm more than the page has for it") != std::string::npos);
}

TEST_CASE("A Latin form stands under the name in the lead size") {
  Certificate c = soft_skills();
  c.name = "Ελένη Παπαδοπούλου";
  c.latin_name = "Eleni Papadopoulou";
  const LaidOut out = laid_out(c);
  CHECK(out.run("Eleni").size_pt == 12);
  CHECK(out.run("Eleni").at.y > out.run("Ελένη").at.y);
}

TEST_CASE("No ligature joins the letters of a name") {
  const TextRun run = named("Steffi Fischer").run("Steffi");
  CHECK(run.end - run.first == run.text().size());
}
