#include "document/font_chain.h"

#include "base/error.h"
#include "pages.h"
#include "yaml/parse.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const Font& serif() { return *shared_design("soft-skills").fonts[0]; }

std::vector<ChainEntry> entries(const std::string& text, Diagnostics& findings) {
  const auto document = yaml::parse("fonts.yaml", text, findings);
  auto read = document ? read_chain(*document, findings) : std::nullopt;
  return read ? *read : std::vector<ChainEntry>{};
}

std::vector<ChainEntry> entries(const std::string& list) {
  Diagnostics findings;
  return entries("format: fonts/1\nfonts:\n" + list, findings);
}

const std::string hebrew =
    "  - {scripts: [Hebr], folder: truetype/noto, package: fonts-noto-core, size: 0.9, files: "
    "[NotoSansHebrew-Regular.ttf, "
    "NotoSansHebrew-Bold.ttf], serif: [NotoSerifHebrew-Regular.ttf, NotoSerifHebrew-Bold.ttf]}\n";
const std::string nowhere = "  - {scripts: [Xsux], package: fonts-of-babel, files: [Nowhere.ttf]}\n";

}  // namespace

TEST_CASE("A family stands in in its own scripts, with serifs beside serifs and bold beside bold") {
  const FontChain chain(entries(hebrew), {"/usr/share/fonts"});
  const auto regular = chain.substitutes("Hebr", serif());
  REQUIRE(regular.size() == 1);
  CHECK(regular[0].font->file() == "NotoSerifHebrew-Regular.ttf");
  CHECK(regular[0].size == 0.9);
  CHECK(chain.substitutes("Hebr", *shared_design("soft-skills").fonts[2])[0].font->file() ==
        "NotoSerifHebrew-Bold.ttf");
  const Font lato({"LR", "Lato-Regular.ttf", "", "", 0}, "/usr/share/fonts/truetype/lato/Lato-Regular.ttf");
  CHECK(chain.substitutes("Hebr", lato)[0].font->file() == "NotoSansHebrew-Regular.ttf");
  CHECK(chain.substitutes("Arab", serif()).empty());
}

TEST_CASE("A family is opened when it is needed, once, and known as the chain's") {
  const FontChain chain(entries(hebrew), {"/usr/share/fonts"});
  CHECK_FALSE(chain.holds(serif()));
  const Font* font = chain.substitutes("Hebr", serif())[0].font;
  CHECK(chain.substitutes("Hebr", serif())[0].font == font);
  CHECK(chain.holds(*font));
}

TEST_CASE("A file that is missing is left out and can be told") {
  const FontChain chain(entries(nowhere), {"/usr/share/fonts"});
  CHECK(chain.substitutes("Xsux", serif()).empty());
  const auto missing = chain.missing("Xsux", serif());
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].file == "Nowhere.ttf");
  CHECK(missing[0].package == "fonts-of-babel");
  CHECK(chain.missing("Hebr", serif()).empty());
}

TEST_CASE("With recorded fonts there are no others, and a recorded one that is nowhere stops") {
  const FontChain none(entries(hebrew), {"/usr/share/fonts"}, std::vector<Certificate::Font>{});
  CHECK(none.substitutes("Hebr", serif()).empty());
  CHECK(none.missing("Hebr", serif()).empty());
  const FontChain gone(entries(nowhere), {"/usr/share/fonts"},
                       std::vector<Certificate::Font>{{"Nowhere", "Nowhere.ttf", std::string(64, '0')}});
  CHECK_THROWS_AS(static_cast<void>(gone.substitutes("Xsux", serif())), Error);
}

TEST_CASE("The schemes that come with guerdon have one chain") {
  const std::string templates = std::string(GUERDON_SOURCE_DIR) + "/templates/";
  CHECK(sample::read_file(templates + "glore/fonts.yaml") == sample::read_file(templates + "lever-up/fonts.yaml"));
}

TEST_CASE("Two chains have two names") {
  CHECK(FontChain(entries(hebrew), {}).name() != FontChain(entries(hebrew), {}).name());
}

TEST_CASE("What is wrong with a chain is found with line and column") {
  const struct {
    const char* list;
    const char* message;
  } wrong[] = {
      {"  - {scripts: [arabic], files: [A.ttf]}\n", "`arabic` is not the code of a script"},
      {"  - {scripts: [Arab], files: [noto/A.ttf]}\n", "`noto/A.ttf` is not a bare file name"},
      {"  - {scripts: [Arab], files: [A.ttf], folder: ../noto}\n",
       "the folder `../noto` leads out of the folders of fonts"},
      {"  - {scripts: [Arab], files: []}\n", "a family has one file, or two: regular and bold"},
      {"  - {scripts: [Arab], files: [A.ttf], size: 7}\n", "`7` is not a factor between 0.5 and 2"},
  };
  for (const auto& [list, message] : wrong) {
    Diagnostics findings;
    CHECK(entries(std::string("format: fonts/1\nfonts:\n") + list, findings).empty());
    REQUIRE(findings.has_errors());
    CHECK(findings.items()[0].message == message);
    CHECK(findings.items()[0].where.place.line == 3);
  }
}
