#include "document/hyphenation.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

std::string parted(const std::string& text, const std::string& language) {
  std::string out = text;
  const auto points = hyphen_points(text, language);
  for (auto at = points.rbegin(); at != points.rend(); ++at)
    out.insert(*at, "-");
  return out;
}

}  // namespace

TEST_CASE("Words are parted as the patterns of their language say") {
  CHECK(parted("volontariato internazionale", "it") == "vo-lon-taria-to in-ter-na-zio-na-le");
  CHECK(parted("przedsiębiorczość", "pl") == "przed-się-bior-czość");
  CHECK(parted("vrijwilligerswerk", "nl") == "vrij-wil-li-gers-werk");
  CHECK(parted("responsabilité", "fr") == "res-pon-sa-bi-li-té");
  CHECK(parted("επικοινωνία", "el") == "επι-κοι-νω-νία");
}

TEST_CASE("Names, ids and addresses stay whole") {
  for (const char* text : {"Internationalisation", "abcdefgh1jklmno", "certificates.example.org", "someone@example.org",
                           "organisations/volontariato", "kurz"})
    CHECK_MESSAGE(hyphen_points(text, "en").empty(), text);
}

TEST_CASE("A language without patterns parts nothing") {
  CHECK(hyphen_points("volontariato internazionale", "xx").empty());
  CHECK_FALSE(patterns_for("xx").has_value());
}

TEST_CASE("Patterns are named with their digest") {
  const auto file = patterns_for("it");
  REQUIRE(file.has_value());
  CHECK(file->name == "hyph_it_IT.dic");
  CHECK(file->sha256.size() == 64);
}
