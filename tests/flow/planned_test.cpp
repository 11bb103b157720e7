#include "flow/planned.h"

#include <doctest/doctest.h>

#include "base/sha256.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

Certificate certificate() {
  Certificate out;
  out.id.text = "7KQ3-HX2M-9DPA-4TZB";
  out.issued_on = *Date::parse("2026-08-29");
  return out;
}

TEST_CASE("Facts that git keeps stand alone, those that it does not keep have their digest beside them") {
  const test::Office office;
  const std::string stem = "certificates/2026/7KQ3-HX2M-9DPA-4TZB";
  Workspace workspace;
  workspace.people_tracked = true;
  write_facts(office.root, workspace, certificate());
  CHECK(office.files().contains(stem + ".json"));
  CHECK_FALSE(office.files().contains(stem + ".sha256"));
  workspace.people_tracked = false;
  write_facts(office.root, workspace, certificate());
  CHECK(office.files().at(stem + ".sha256") == sha256(office.files().at(stem + ".json")) + '\n');
}

}  // namespace
}  // namespace guerdon
