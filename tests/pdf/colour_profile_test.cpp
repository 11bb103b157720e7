#include "pdf/colour_profile.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("The profile is 508 bytes, says so, and is an RGB profile for displays") {
  const std::string profile = pdf::srgb_profile();
  REQUIRE(profile.size() == 508);
  CHECK(profile.substr(0, 4) == std::string("\x00\x00\x01\xFC", 4));
  CHECK(profile.substr(12, 12) == "mntrRGB XYZ ");
  CHECK(profile.substr(36, 4) == "acsp");
}

TEST_CASE("The three curves are one") {
  const std::string profile = pdf::srgb_profile();
  const auto entry = [&profile](const char* name) { return profile.substr(profile.find(name, 128) + 4, 8); };
  CHECK(entry("rTRC") == entry("gTRC"));
  CHECK(entry("gTRC") == entry("bTRC"));
}
