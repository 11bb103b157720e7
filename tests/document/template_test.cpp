#include "document/template.h"

#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

std::string soft_skills_design() {
  return read_file(std::string(GUERDON_SOURCE_DIR) + "/templates/glore/soft-skills.yaml");
}

/// What the reader says of the soft skills design with `from` replaced by `to`.
std::string findings_after(const std::string& from, const std::string& to) {
  std::string text = soft_skills_design();
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  try {
    read_design("d.yaml", text);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("A value of one form holds until the next form that names one") {
  const Template pages = read_design("d.yaml", soft_skills_design());
  std::vector<double> rows;
  for (const Form& form : pages.forms) {
    for (const Block& block : form.first_flow) {
      if (const auto* skills = std::get_if<SkillsBlock>(&block.content)) rows.push_back(skills->row);
    }
  }
  CHECK(rows == std::vector<double>{12, 10.5, 7.5, 7.5});
}

TEST_CASE("A block stands only in the forms that it names") {
  const Template pages = read_design("d.yaml", soft_skills_design());
  CHECK(pages.forms[0].next_flow.empty());
  CHECK(pages.forms[2].next_flow.size() == 4);
}

TEST_CASE("A misspelt key is found with line and column, once for all forms") {
  CHECK(
      findings_after("foot-top: 228.5", "foot-tpo: 228.5").find("d.yaml:55:3: `foot-tpo` is not a key of first-page") !=
      std::string::npos);
}

TEST_CASE("A design has caps") {
  std::string forms = "forms: [a, b, c, d, e, f, g, h, i]";
  CHECK(findings_after("forms: [whole, tight, folded, closed]", forms)
            .find("9 forms in one design, at most 8 are taken") != std::string::npos);
  std::string styles = "styles:\n";
  for (int i = 0; i < 41; ++i)
    styles += "  s" + std::to_string(i) + ": {font: GB, size: 9, line: 4.5, colour: ink}\n";
  CHECK(findings_after("styles:\n", styles).find("in one design, at most 40 are taken") != std::string::npos);
  std::string fonts = "fonts:\n";
  for (int i = 0; i < 17; ++i)
    fonts += "  F" + std::to_string(i) + ": {file: GentiumPlus-Regular.ttf, baseline: 0.3}\n";
  CHECK(findings_after("fonts:\n", fonts).find("20 fonts in one design, at most 16 are taken") != std::string::npos);
  std::string blocks = "every-page:\n";
  for (int i = 0; i < 201; ++i)
    blocks += "  - {block: text, words: page, style: small, top: 271}\n";
  CHECK(findings_after("every-page:\n", blocks).find("201 blocks in one design, at most 200 are taken") !=
        std::string::npos);
  std::string images = "every-page:\n";
  for (int i = 0; i < 9; ++i)
    images += "  - {block: image, file: f" + std::to_string(i) + ".png, box: [10, 10], top: 10}\n";
  CHECK(findings_after("every-page:\n", images).find("more than 8 pictures in one design") != std::string::npos);
}

TEST_CASE("A design without forms, fonts or room is found") {
  CHECK(findings_after("forms: [whole, tight, folded, closed]", "forms: []").find("a design has one form at least") !=
        std::string::npos);
  CHECK(findings_after("fonts:\n", "fonts: {}\nfonst:\n").find("a design has one font at least") != std::string::npos);
  CHECK(findings_after("colours:\n", "colours: green\ncoluors:\n").find("`colours` is a block of names") !=
        std::string::npos);
  CHECK(findings_after("size: [210, 297]", "size: [0, 297]").find("needs a width and a height above 0") !=
        std::string::npos);
  CHECK(findings_after("line: 4.5,", "line: -4.5,").find("`line` is a height above 0") != std::string::npos);
}

TEST_CASE("A font lies below the folders of fonts") {
  for (const char* folder : {"/etc", "..", "truetype/../../../etc"}) {
    CAPTURE(folder);
    CHECK(findings_after("folder: truetype/gentiumplus", std::string("folder: ") + folder)
              .find("leads out of the folders of fonts") != std::string::npos);
  }
}

TEST_CASE("A picture is a file beside the design") {
  const auto with = [](const std::string& keys) {
    return findings_after("every-page:\n", "every-page:\n  - {block: image, " + keys + ", top: 10}\n");
  };
  CHECK(with("file: ../mark.png, box: [1, 1]").find("`../mark.png` is not a bare file name") != std::string::npos);
  CHECK(with("file: /etc/mark.png, box: [1, 1]").find("is not a bare file name") != std::string::npos);
  CHECK(with("file: .mark.png, box: [1, 1]").find("is not a bare file name") != std::string::npos);
  CHECK(with("box: [1, 1]").find("neither `file` nor `fact` says where the picture comes from") != std::string::npos);
  CHECK(with("file: a.png, fact: logo, box: [1, 1]").find("both `file` and `fact`") != std::string::npos);
  CHECK(with("fact: name, box: [1, 1]").find("name") != std::string::npos);
  CHECK(with("file: a.png, box: [0, 1]").find("needs a width and a height above 0") != std::string::npos);
  CHECK(with("file: a.png, box: [1, 1]").empty());
}

TEST_CASE("A background is one file, or one for the first page and one for the others") {
  const auto with = [](const std::string& value) {
    std::string text = soft_skills_design();
    return read_design("test.yaml", text.replace(text.find("page:\n"), 6, "page:\n  background: " + value + "\n"));
  };
  CHECK_FALSE(read_design("test.yaml", soft_skills_design()).first_background);
  const Template one = with("paper.pdf");
  CHECK(one.first_background == 0U);
  CHECK(one.next_background == 0U);
  CHECK(one.images.at(0).file == "paper.pdf");
  const Template two = with("{first: a.pdf, next: b.svg}");
  CHECK(two.images.at(two.first_background.value()).file == "a.pdf");
  CHECK(two.images.at(two.next_background.value()).file == "b.svg");
  CHECK_FALSE(with("{next: b.svg}").first_background);
  CHECK(findings_after("page:\n", "page:\n  background: ../paper.pdf\n").find("is not a bare file name") !=
        std::string::npos);
  CHECK(findings_after("page:\n", "page:\n  background: {frist: a.pdf}\n").find("frist") != std::string::npos);
}

TEST_CASE("A language may have styles of its own") {
  std::string text = soft_skills_design();
  const Template pages = read_design("d.yaml", text + "by-language: {el: {styles: {name: {size: 36, line: 14}}}}\n");
  const auto size_of_name = [](const Template& design) {
    for (const Style& style : design.styles)
      if (style.key == "name") return style.size_pt;
    return 0.0;
  };
  CHECK(size_of_name(pages.in("el")) == 36);
  CHECK(size_of_name(pages.in("en")) == 40);
  const auto with = [](const std::string& changes) {
    return findings_after("styles:\n", "by-language: {el: {styles: {" + changes + "}}}\nstyles:\n");
  };
  CHECK(with("nmae: {size: 36}").find("unknown style `nmae`") != std::string::npos);
  CHECK(with("name: {size: 8}").find("a size below 9 pt") != std::string::npos);
  CHECK(with("name: {sice: 36}").find("`sice` is not a key of style") != std::string::npos);
}

TEST_CASE("An unknown style is found") {
  CHECK(findings_after("style: title, as", "style: titel, as").find("unknown style `titel`") != std::string::npos);
}

TEST_CASE("An unknown form is found") {
  CHECK(findings_after("{whole: 12, tight: 10.5", "{whole: 12, narrow: 10.5").find("unknown form `narrow`") !=
        std::string::npos);
}

TEST_CASE("A value that the first form lacks is found") {
  CHECK(findings_after("row: {whole: 12, tight", "row: {tight").find("no value for the form `whole`") !=
        std::string::npos);
}

TEST_CASE("A colour that is none is found") {
  CHECK(findings_after("\"#1C1C1A\"", "\"green\"").find("`green` is not a colour") != std::string::npos);
}

TEST_CASE("Text below 9 pt is not allowed") {
  CHECK(findings_after("size: 9, line: 4.5, colour: muted", "size: 8, line: 4.5, colour: muted")
            .find("a size below 9 pt") != std::string::npos);
}

TEST_CASE("A block to keep above must be there") {
  CHECK(findings_after("keep-above: signers", "keep-above: singers").find("no block here is called `singers`") !=
        std::string::npos);
}

TEST_CASE("A text without a source is found") {
  CHECK(findings_after("words: title, ", "").find("neither `words` nor `fact` says where the text comes from") !=
        std::string::npos);
}
