#include "model/eqf.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

Assessment::Complexity complexity(const char* context, const char* task, const char* autonomy) {
  return {{context, {}}, {task, {}}, {autonomy, {}}};
}

const Eqf shown{true, {{"low", "1 or 2"}, {"mid-low", "3"}, {"mid-high", "4 or 5"}, {"high", "6 or above"}}};

}  // namespace

TEST_CASE("the lowest of context, task and autonomy tells what a complexity is comparable to") {
  CHECK(shown.comparable_to(complexity("high", "mid-high", "mid-low")) == "3");
  CHECK(shown.comparable_to(complexity("low", "high", "high")) == "1 or 2");
  CHECK(shown.comparable_to(complexity("high", "high", "high")) == "6 or above");
}

TEST_CASE("no comparison is made while it is off, or of a step that nobody knows") {
  Eqf off = shown;
  off.indication = false;
  CHECK(off.comparable_to(complexity("low", "low", "low")).empty());
  CHECK(shown.comparable_to(complexity("low", "", "high")).empty());
}
