#include "document/font.h"

#include <filesystem>

#include "base/error.h"
#include "pages.h"

using namespace guerdon;
using namespace guerdon::sample;

namespace {

const std::vector<FontName>& names() { return shared_design("statement").pages.fonts; }

std::string refusal(const std::vector<std::string>& folders, const std::vector<Certificate::Font>* recorded,
                    Failure& failure) {
  try {
    open_fonts(names(), folders, recorded);
  } catch (const Error& error) {
    failure = error.failure();
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("Fonts are described by key, file and digest") {
  const auto described = describe(shared_design("soft-skills").fonts);
  REQUIRE(described.size() == 3);
  CHECK(described[0].key == "GB");
  CHECK(described[0].file == "GentiumBookPlus-Regular.ttf");
  CHECK(described[0].sha256.substr(0, 16) == "a211e46bc828d9f4");
}

TEST_CASE("A font that is nowhere is named with the folders that were searched") {
  Failure failure{};
  CHECK(refusal({"/nowhere"}, nullptr, failure) == "the font file `GentiumBookPlus-Regular.ttf` is not in `/nowhere`");
  CHECK(failure == Failure::access);
}

TEST_CASE("A font other than the recorded one is an undecidable case that names the file") {
  auto recorded = describe(shared_design("statement").fonts);
  recorded[0].sha256[0] = recorded[0].sha256[0] == '0' ? '1' : '0';
  Failure failure{};
  CHECK(refusal({"/usr/share/fonts"}, &recorded, failure)
            .find("GentiumBookPlus-Regular.ttf` is not the one that the certificate was made with") !=
        std::string::npos);
  CHECK(failure == Failure::undecidable);
}

TEST_CASE("A recorded font is found under its digest in the workspace") {
  const auto recorded = describe(shared_design("statement").fonts);
  const auto folder = std::filesystem::temp_directory_path() / "guerdon-font-test";
  std::filesystem::create_directories(folder);
  for (const auto& font : recorded) {
    std::filesystem::copy_file("/usr/share/fonts/truetype/gentiumplus/" + font.file, folder / (font.sha256 + ".ttf"),
                               std::filesystem::copy_options::overwrite_existing);
  }
  CHECK(open_fonts(names(), {folder.string()}, &recorded).size() == recorded.size());
  std::filesystem::remove_all(folder);
}

TEST_CASE("A file that is no font is refused") {
  CHECK_THROWS_AS(
      Font({"X", "x.yaml", "", "", 0}, std::string(GUERDON_SOURCE_DIR) + "/templates/glore/soft-skills.yaml"), Error);
}
