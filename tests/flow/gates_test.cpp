#include "flow/gates.h"

#include <doctest/doctest.h>

#include "flow/sample.h"
#include "store/load.h"

namespace guerdon {
namespace {

using test::Office;

std::vector<Gates> gates_of(const Office& office, const FoundCase& found) {
  Diagnostics findings;
  static World world;
  world = office.world(findings);
  const auto record = load_case(office.root, found.path, world, findings);
  return gates_of(record.value(), world.schemes.at("glore-1"), world);
}

TEST_CASE("Every certificate that a case may come to has its gates, and none once it is issued") {
  const Office office;
  const FoundCase found = office.add_case();
  std::vector<std::string> names;
  for (const Gates& gates : gates_of(office, found)) {
    names.push_back(gates.name);
    CHECK(gates.issued == nullptr);
    CHECK(gates.open.empty());
  }
  CHECK(names ==
        std::vector<std::string>{"participation certificate", "soft skills certificate", "professional statement"});
  office.issue(found);
  for (const Gates& gates : gates_of(office, found))
    CHECK(gates.issued != nullptr);
}

TEST_CASE("A gate that is open says so, for the signers who usually sign") {
  const Office office;
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w",
                                          test::replaced(test::base_case_text(), "  introduced: 2026-02-10\n", ""));
  const std::vector<Gates> all = gates_of(office, found);
  REQUIRE(all.size() == 3);
  CHECK(test::listed(all[1].open).find("[enrolment.introduced]") != std::string::npos);
}

}  // namespace
}  // namespace guerdon
