#include "model/workspace.h"

#include "model/record_file.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text() { return test::record_text("tests/schemas/workspace/guerdon.yaml"); }

Workspace read(const std::string& from) {
  Diagnostics findings;
  auto workspace = read_workspace(test::parsed(from), findings);
  REQUIRE(findings.empty());
  return *workspace;
}

}  // namespace

TEST_CASE("a workspace says its name, its defaults and where certificates are verified") {
  const Workspace workspace = read(text());
  CHECK(workspace.name == "Every key once");
  CHECK(workspace.organisation.value == "orto-sociale");
  CHECK(workspace.organisation.place == Place{3, 15, 12});
  CHECK(workspace.scheme.value == "glore-1");
  CHECK(workspace.language.value == "en");
  CHECK(workspace.verify->value == "https://certificates.example.org");
  CHECK(workspace.people_tracked);
}

TEST_CASE("people and facts can stay out of git, and the address be left out") {
  const Workspace workspace =
      read(replaced(replaced(text(), "tracked", "local"), "verify: https://certificates.example.org\n", ""));
  CHECK_FALSE(workspace.people_tracked);
  CHECK_FALSE(workspace.verify);
}

TEST_CASE("evidence stays out of git unless the workspace says otherwise") {
  CHECK_FALSE(read(text()).evidence_tracked);
  CHECK_FALSE(read(replaced(text(), "evidence: local\n", "")).evidence_tracked);
  CHECK(read(replaced(text(), "evidence: local", "evidence: tracked")).evidence_tracked);
}

TEST_CASE("the address loses its last slashes") {
  CHECK(read(replaced(text(), "example.org", "example.org/c//")).verify->value == "https://certificates.example.org/c");
}

TEST_CASE("an address that no code can hold is refused") {
  for (const char* address :
       {"http://a.org", "a.org", "https://a.org/?c=", "https://a.org/#c", "\"https://a.org/a b\""}) {
    CHECK_MESSAGE(
        findings_of(replaced(text(), "https://certificates.example.org", address), read_workspace) ==
            std::vector<std::string>{"7:9: the address must begin with `https://` and hold no space, `?` or `#`"},
        address);
  }
}

TEST_CASE("each value of the workspace of the wrong kind is reported at its place") {
  test::check_spoilt_values(text(), read_workspace);
}

TEST_CASE("a file of another format is refused, a later one as such") {
  Diagnostics findings;
  CHECK_FALSE(read_workspace(test::parsed(replaced(text(), "workspace/1", "workspace/2")), findings));
  CHECK_FALSE(read_workspace(test::parsed(replaced(text(), "workspace/1", "case/1")), findings));
  CHECK_FALSE(read_workspace(test::parsed(replaced(text(), "format: workspace/1\n", "")), findings));
  REQUIRE(findings.items().size() == 3);
  CHECK(findings.items()[0].hint == "it reads `workspace/1`; a newer guerdon may read this file");
  CHECK(findings.items()[1].hint == "write `format: workspace/1`");
  CHECK(findings.items()[2].message == "the workspace has no `format`");
}
