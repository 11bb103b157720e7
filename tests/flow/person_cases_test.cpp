#include "flow/person_cases.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

TEST_CASE("The other cases of a person are told by id, with their schemes") {
  const test::Office office;
  office.add_case("2026-bbbbbbbb", "p-8h2m4c9w");
  office.add_case("2026-aaaaaaaa", "p-8h2m4c9w");
  office.add_case("2026-cccccccc", "p-4m6n8p2q");
  office.write("cases/2026/2026-dddddddd.yaml", "case: [p-8h2m4c9w\n");
  const auto others = other_cases_of(office.root, "p-8h2m4c9w", "2026-bbbbbbbb");
  REQUIRE(others.size() == 1);
  CHECK(others[0].id == "2026-aaaaaaaa");
  CHECK(others[0].scheme == "glore-1");
}

}  // namespace
}  // namespace guerdon
