#include "yaml/full.h"

#include <doctest/doctest.h>

using namespace guerdon;

TEST_CASE("YAML that the strict reader leaves is read with its places") {
  std::string text = "a: first\n   and more\nb: 'it''s'\n? c\n: \"x\\x41\"\n";
  Diagnostics findings;
  const auto root = yaml::read_full("a.yaml", text, findings);
  REQUIRE(root);
  CHECK(findings.empty());
  REQUIRE(root->keys.size() == 3);
  CHECK(root->find("a")->scalar == "first and more");
  CHECK(root->find("b")->scalar == "it's");
  CHECK(root->find("c")->scalar == "xA");
  CHECK(root->find("b")->place == Place{3, 4, 7});
}

TEST_CASE("what cannot be read is told in guerdon's words, at its place") {
  std::string text = "a: 1\nb: [1, 2\n";
  Diagnostics findings;
  yaml::read_full("a.yaml", text, findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items().front().message == "a `[` has no `]`");
  CHECK(findings.items().front().where.path == "a.yaml");
}
