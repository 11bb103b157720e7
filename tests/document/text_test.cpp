#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

TEST_CASE("A centred line stands as far from one margin as from the other") {
  const TextRun title = laid_out(soft_skills()).run("GloRe Soft Skills");
  CHECK(near(title.at.x - 22, 188 - title.at.x - title.width));
}

TEST_CASE("A run-in label is followed by an en space and the text on the same line") {
  const LaidOut out = laid_out(soft_skills());
  const TextRun label = out.run("Judged by");
  const TextRun text = out.run("the volunteer and the organisation");
  CHECK(near(label.at.y, text.at.y));
  CHECK(text.at.x - label.at.x - label.width > 1);
  CHECK(label.colour == Colour{0x1F, 0x4A, 0x3D});
}

TEST_CASE("Each phrase of the sentence begins a line") {
  const LaidOut out = laid_out(soft_skills());
  CHECK(near(out.run("in the project").at.y - out.run("volunteered with").at.y, 6));
  CHECK(near(out.run("from ").at.y - out.run("in the project").at.y, 6));
}

TEST_CASE("Strong words are set in the bold font, stressed ones in the italic") {
  const LaidOut out = laid_out(soft_skills());
  CHECK(out.run("640").font->key() == "GBB");
  CHECK(out.run("Community garden").font->key() == "GBI");
}

TEST_CASE("A phrase that is too long for a line is balanced within 150 mm") {
  const LaidOut out = laid_out(long_names());
  const TextRun first = out.run("Stowarzyszenie na rzecz Międzynarodowej Wymiany ");
  CHECK(first.at.x >= 30);
  CHECK(near(out.run("in the project").at.y - out.run("volunteered with").at.y, 12));
}

TEST_CASE("An organisation whose name needs three lines is refused with the room it has") {
  Certificate c = soft_skills();
  std::string name;
  for (int i = 0; i < 30; ++i)
    name += "Wolontariat ";
  c.words["organisation"] = {words(name + "Mosty")};
  const LaidOut out = laid_out(c);
  CHECK_FALSE(out.pages.has_value());
  CHECK(out.finding().find("page.printable: the organisation at the head needs") == 0);
}

TEST_CASE("Words that the certificate lacks are named") {
  Certificate c = soft_skills();
  c.words.erase("opening");
  CHECK(laid_out(c).finding() ==
        "format: the certificate has no words `opening`, which the design templates/glore/soft-skills.yaml prints");
}
