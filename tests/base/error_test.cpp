#include "base/error.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("an error carries its finding and says its message") {
  const Error error(Failure::access, {Severity::error, "yaml", {"a.yaml", {3, 1, 1}}, "no", "mend it"});
  CHECK(error.failure() == Failure::access);
  CHECK(error.finding().where.place.line == 3);
  CHECK(std::string(error.what()) == "no");
}

TEST_CASE("an error about no place has an empty one") {
  const Error error(Failure::usage, "no such case", "guerdon status lists them");
  CHECK(error.finding().where == Location{});
  CHECK(error.finding().hint == "guerdon status lists them");
}
