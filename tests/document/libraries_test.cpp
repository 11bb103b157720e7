#include "document/libraries.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("Each library that shapes a page says its version") {
  const auto libraries = text_libraries();
  REQUIRE(libraries.contains("HarfBuzz"));
  for (const auto& [name, version] : libraries)
    CHECK_MESSAGE(version.find_first_of("0123456789") == 0, name);
}
