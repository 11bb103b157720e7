#include <doctest/doctest.h>

#include <array>

#include "base/text.h"

using namespace guerdon;

TEST_CASE("a misspelt word finds the one that was meant, whatever the slip") {
  const std::vector<std::string> known{"organisation", "coordinator", "project", "hours"};
  const std::array<std::pair<std::string_view, std::string_view>, 6> table{{
      {"organization", "organisation"},
      {"organistaion", "organisation"},
      {"Projekt", "project"},
      {"coord", "coordinator"},
      {"hour", "hours"},
      {"hourss", "hours"},
  }};
  for (const auto& [word, meant] : table) {
    const auto near = nearest(word, known);
    REQUIRE_FALSE(near.empty());
    CHECK(near.front() == meant);
  }
}

TEST_CASE("the nearest comes first, and three are enough") {
  CHECK(nearest("skila", {"skull", "skill", "skilb", "skil", "Skila"}) ==
        std::vector<std::string>{"Skila", "skill", "skilb"});
}

TEST_CASE("a word that is near to nothing has no neighbours") {
  CHECK(nearest("xyzzy", {"project", "hours"}).empty());
  CHECK(nearest(std::string(65, 'a'), {std::string(64, 'a')}).empty());
}

TEST_CASE("a neighbour named twice is proposed once") {
  CHECK(nearest("onn", {"on", "on"}) == std::vector<std::string>{"on"});
}

TEST_CASE("words are joined by commas and a last word") {
  CHECK(joined_or({}) == "");
  CHECK(joined_or({"a"}) == "`a`");
  CHECK(joined_or({"a", "b", "c"}) == "`a`, `b` or `c`");
  CHECK(joined_and({"a", "b", "c"}) == "`a`, `b` and `c`");
}
