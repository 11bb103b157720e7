#include "document/setting.h"

#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("The middle of a line is the middle of its text box, whatever the size") {
  const Design& design = shared_design("soft-skills");
  for (const Style& style : design.pages.styles) {
    const double middle = baseline_of(style, design.fonts) - 0.3662 * style.size_pt * mm_per_point;
    CHECK(near(middle, style.line_mm / 2));
  }
}

TEST_CASE("A condition holds for a fact or words that are there") {
  Certificate c = statement();
  CHECK(holds("", c));
  CHECK(holds("verify-address", c));
  CHECK(holds("note", c));
  c.verify_address.clear();
  c.words.erase("note");
  CHECK_FALSE(holds("verify-address", c));
  CHECK_FALSE(holds("note", c));
  CHECK_FALSE(holds("latin-name", c));
  c.words["note"] = {words("")};
  CHECK_FALSE(holds("note", c));
}

TEST_CASE("The page number counts pages of the whole document") {
  const LaidOut out = laid_out(ten_skills());
  CHECK(out.text().find("Page 1 of 2") != std::string::npos);
  CHECK(out.text().find("Page 2 of 2") != std::string::npos);
}
