#include "yaml/place_at.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("a place is counted in lines and bytes, a byte order mark in neither") {
  CHECK(yaml::place_at("a: 1\nb: 2\n", 0, 1) == Place{1, 1, 1});
  CHECK(yaml::place_at("a: 1\nb: 2\n", 8, 2) == Place{2, 4, 2});
  CHECK(yaml::place_at("a: 1\nb: 2\n", 5, 1) == Place{2, 1, 1});
  CHECK(yaml::place_at("\xEF\xBB\xBF"
                       "a: 1\nb: 2\n",
                       3, 1) == Place{1, 1, 1});
  CHECK(yaml::place_at("\xEF\xBB\xBF"
                       "a: 1\nb: 2\n",
                       8, 1) == Place{2, 1, 1});
}
