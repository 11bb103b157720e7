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

}  // namespace
}  // namespace guerdon
