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
      findings_after("foot-top: 228.5", "foot-tpo: 228.5").find("d.yaml:56:3: `foot-tpo` is not a key of first-page") !=
      std::string::npos);
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
