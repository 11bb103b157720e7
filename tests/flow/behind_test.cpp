#include "flow/behind.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

TEST_CASE("Damage of what a case rests on is told, of other files it is not") {
  const test::Office office;
  const test::Scene scene(office, office.add_case());
  Diagnostics loading;
  for (const char* path : {"people/p-8h2m4c9w.yaml", "people/p-2bg93xha.yaml", "organisations/orto-sociale.yaml",
                           "organisations/kipos.yaml", "schemes/glore-1/scheme.yaml", "schemes/glore-2/scheme.yaml"})
    loading.error("format", {path, {}}, "damaged");
  loading.warning("format", {"people/p-8h2m4c9w.yaml", {}}, "odd");
  std::string told;
  const Diagnostics damage = damage_behind(office.root, scene.record, scene.scheme(), loading);
  for (const Diagnostic& finding : damage.items())
    told += finding.where.path + ' ' + finding.message + '\n';
  CHECK(told ==
        "people/p-8h2m4c9w.yaml damaged\n"
        "organisations/orto-sociale.yaml damaged\n"
        "schemes/glore-1/scheme.yaml damaged\n");
}

TEST_CASE("Damage of an event is told of the case whose certificate it is about") {
  const test::Office office;
  const FoundCase found = office.add_case();
  const FoundCase other = office.add_case("2026-22222222", "p-22222222");
  const std::string id = office.issue(found).results.at(0).id.text;
  Diagnostics loading;
  loading.error("format", {"events/" + id + "-1.yaml", {}}, "damaged");
  loading.error("format", {"events/letter.yaml", {}}, "damaged");
  const test::Scene scene(office, found);
  CHECK(damage_behind(office.root, scene.record, scene.scheme(), loading).items().size() == 1);
  const test::Scene elsewhere(office, other);
  CHECK(damage_behind(office.root, elsewhere.record, elsewhere.scheme(), loading).empty());
}

}  // namespace
}  // namespace guerdon
