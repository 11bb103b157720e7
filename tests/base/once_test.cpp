#include "base/once.h"

#include <doctest/doctest.h>

#include <string>

using guerdon::once;

TEST_CASE("of what stands twice the first stays, in its place") {
  CHECK(once(std::vector<std::string>{"pl", "it", "pl", "en", "it"}) == std::vector<std::string>{"pl", "it", "en"});
  CHECK(once(std::vector<int>{}).empty());
}
