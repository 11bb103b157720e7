#include "model/plural.h"

#include <doctest/doctest.h>

using guerdon::PluralRule;

namespace {

PluralRule rule(const char* text) { return PluralRule::parse(text).value(); }

}  // namespace

TEST_CASE("a rule holds for what one of its alternatives says whole") {
  const PluralRule few = rule("v = 0 and i % 10 = 2..4 and i % 100 != 12..14");
  CHECK(few.holds(2));
  CHECK(few.holds(134));
  CHECK_FALSE(few.holds(1));
  CHECK_FALSE(few.holds(12));
  CHECK_FALSE(few.holds(113));
  const PluralRule ends = rule("n % 10 = 0,5..9 or n = 1");
  CHECK(ends.holds(1));
  CHECK(ends.holds(20));
  CHECK(ends.holds(17));
  CHECK_FALSE(ends.holds(11));
}

TEST_CASE("whole numbers have no decimals and no exponent") {
  CHECK(rule("f = 0").holds(7));
  CHECK_FALSE(rule("t != 0").holds(7));
  CHECK_FALSE(rule("e != 0..5").holds(7));
}

TEST_CASE("what is no rule is none") {
  for (const char* text : {"", "n", "n =", "n = x", "x = 1", "n % = 1", "n % 0 = 1", "n = 4..2", "n = 1 and",
                           "n = 1 or", "n = 1 xor", "n = 1,", "n is 1", "n = -1"})
    CHECK_MESSAGE(!PluralRule::parse(text), text);
}
