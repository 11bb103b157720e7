#include "process/words.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;

TEST_CASE("a level is said with its number and word") {
  CHECK(level_text(guerdon::test::glore(), 3) == "3 Intermediate (Work Ready)");
}

TEST_CASE("a level that the scale lacks is said as a number") { CHECK(level_text(guerdon::test::glore(), 7) == "7"); }

TEST_CASE("nothing near proposes nothing") { CHECK(did_you_mean({}) == ""); }

TEST_CASE("what is near is proposed") { CHECK(did_you_mean({"a", "b"}) == "did you mean `a` or `b`?"); }

TEST_CASE("words are enumerated with a comma and a conjunction") {
  CHECK(enumerated({}) == "");
  CHECK(enumerated({"a"}) == "a");
  CHECK(enumerated({"a", "b", "c"}) == "a, b and c");
  CHECK(enumerated({"a", "b"}, "or") == "a or b");
}
