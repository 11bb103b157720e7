#include "model/world.h"

#include <doctest/doctest.h>

using namespace guerdon;

namespace {

World world() {
  World out;
  Organisation garden;
  garden.id.value = "orto-sociale";
  Staff president;
  president.id.value = "luca-bianchi";
  garden.staff.push_back(president);
  out.organisations["orto-sociale"] = garden;
  Person person;
  person.name.value = "Zofia";
  out.people["p-8h2m4c9w"] = person;
  return out;
}

}  // namespace

TEST_CASE("an organisation is found by its id") {
  const World all = world();
  REQUIRE(all.find_organisation("orto-sociale") != nullptr);
  CHECK(all.find_organisation("orto-sociale")->id.value == "orto-sociale");
  CHECK(all.find_organisation("orto") == nullptr);
}

TEST_CASE("a person is found by id") {
  const World all = world();
  REQUIRE(all.find_person("p-8h2m4c9w") != nullptr);
  CHECK(all.find_person("p-8h2m4c9w")->name.value == "Zofia");
  CHECK(all.find_person("p-00000000") == nullptr);
}

TEST_CASE("a member of staff is found with the organisation") {
  const World all = world();
  CHECK(all.find_staff("luca-bianchi").organisation->id.value == "orto-sociale");
  CHECK(all.find_staff("luca-bianchi").staff->id.value == "luca-bianchi");
}

TEST_CASE("nobody's staff id finds neither staff nor organisation") {
  const World all = world();
  CHECK(all.find_staff("nobody").organisation == nullptr);
  CHECK(all.find_staff("nobody").staff == nullptr);
}
