#include "document/setting.h"

#include "one_block.h"

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

TEST_CASE("A page in a language from right to left is turned round, its drawings and its code are not") {
  Certificate c = soft_skills();
  const Page usual = page(laid_out(c), 1);
  c.language = "he";
  const Page turned = page(laid_out(c), 1);
  REQUIRE(turned.marks.size() >= usual.marks.size());
  const CellGrid code = marks<CellGrid>(usual).front();
  const CellGrid other = marks<CellGrid>(turned).front();
  CHECK(near(other.at.x, 210 - code.at.x - code.side));
  CHECK(other.dark.size() == code.dark.size());
  const ClosedPath lozenge = marks<ClosedPath>(usual).front();
  CHECK(near(marks<ClosedPath>(turned).front().points[1].x, 210 - lozenge.points[1].x));
  CHECK(laid_out(c).run("Luca Bianchi").at.x > 105);
}

TEST_CASE("A Hebrew line on a page from right to left begins at the right and breaks downwards") {
  Certificate c = soft_skills();
  c.language = "he";
  c.tasks = {"\u05D0\u05D1\u05D2 7KQ3-1A \u05D3\u05D4\u05D5."};
  const LaidOut out = laid_out(c);
  const TextRun first = out.run("\u05D0\u05D1\u05D2");
  const TextRun id = out.run("7KQ3-1A");
  const TextRun last = out.run("\u05D3\u05D4\u05D5");
  CHECK(first.shaped->right_to_left);
  CHECK_FALSE(id.shaped->right_to_left);
  CHECK(first.at.x > id.at.x);
  CHECK(id.at.x > last.at.x);
}

TEST_CASE("Letters that run from right to left are not drawn apart") {
  const Certificate c = soft_skills();
  Fonts fonts;
  fonts.add(std::make_shared<const Font>(FontName{"hebrew", "NotoSansHebrew-Regular.ttf", {}, {}, 0.36, 0},
                                         "/usr/share/fonts/truetype/noto/NotoSansHebrew-Regular.ttf"));
  Shaper shaper;
  Diagnostics findings;
  std::optional<CellGrid> code;
  bool overfull = false;
  const Setting setting{c, shared_design("soft-skills").pages, fonts, shaper, {"case", {}}, findings, code, overfull};
  Style style;
  style.size_pt = 10;
  style.tracking_em = 0.1;
  const std::vector<Piece> shaped = pieces({{"\u05D0\u05D1"}}, style, "the name", setting);
  REQUIRE(shaped.size() == 1);
  CHECK(shaped[0].font == fonts.front().get());
  CHECK(shaped[0].tracking_em == 0);
}

TEST_CASE("Words of another direction keep their full stop at their end") {
  Certificate c = soft_skills();
  c.language = "he";
  Phrase phrase{{"Planted beans.", Emphasis::none}};
  phrase[0].language = "en";
  c.words["judged"] = {phrase};
  CHECK(laid_out(c).run("Planted beans.").text() == "Planted beans.");
}

namespace {

LaidOut fitted(const std::string& text, int width) {
  Certificate c = soft_skills();
  c.words["title"] = {words(text)};
  return laid_out_alone("    - {block: text, words: title, style: fitting, width: " + std::to_string(width) + "}\n", c,
                        260);
}

}  // namespace

TEST_CASE("A text that does not fit is set smaller in half points, down to the floor of its style") {
  CHECK(fitted("Volunteering together", 100).run("Volunteering").size_pt == 16);
  const double size = fitted("Volunteering together", 50).run("Volunteering").size_pt;
  CHECK(size < 16);
  CHECK(size >= 10);
  CHECK(size * 2 == std::floor(size * 2));
  CHECK(fitted("Volunteering together", 20).finding().find("title") == std::string::npos);
  CHECK(fitted("Volunteering together", 20).finding().find("at 16 pt") != std::string::npos);
}

TEST_CASE("A word that does not fit is parted where its block allows it, with a hyphen that is no part of the text") {
  Certificate c = soft_skills();
  c.language = "it";
  c.words["title"] = {words("per una internazionalizzazione aperta")};
  const std::string block = "    - {block: text, words: title, style: body, width: 30, lines: 4";
  CHECK(laid_out_alone(block + "}\n", c, 260).finding().find("a word in the text is") != std::string::npos);
  const LaidOut out = laid_out_alone(block + ", hyphenate: true}\n", c, 260);
  REQUIRE(out.pages.has_value());
  const TextRun hyphen = out.run("\u00AD");
  CHECK(hyphen.shaped->glyphs.size() == 1);
  CHECK(hyphen.at.x + hyphen.width <= 20 + 30 + 0.001);
}
