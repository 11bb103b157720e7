#include "yaml/node.h"

#include <doctest/doctest.h>

#include "yaml/emit.h"
#include "yaml/parsed.h"

using namespace guerdon;
using guerdon::test::parsed;

TEST_CASE("an item is found by its key, and nothing is found in a list") {
  const auto d = parsed("a: 1\nb: [2]\n");
  CHECK(d.root.find("a")->scalar == "1");
  CHECK(d.root.find("c") == nullptr);
  CHECK(d.root.find("b")->find("2") == nullptr);
}

TEST_CASE("content is the same however it was written") {
  CHECK(yaml::same_content(parsed("a: [x, 'y']\n").root, parsed("# c\na:\n  - \"x\"\n  - y\n").root));
}

TEST_CASE("content differs in a value, a key, an order, a kind or a length") {
  const yaml::Node node = parsed("a: [x, y]\n").root;
  for (const char* other :
       {"a: [x, z]\n", "b: [x, y]\n", "a: [y, x]\n", "a: {x: y}\n", "a: [x]\n", "a: [x, y, z]\n", "a: x\n", "a:\n"}) {
    CHECK_FALSE(yaml::same_content(node, parsed(other).root));
  }
}

TEST_CASE("comments in the first column are listed with their line, whatever the line ends") {
  for (const std::string text : {"# one\na: 1\n  # deeper\n\n# two", "# one\r\na: 1\r\n  # deeper\r\n\r\n# two"}) {
    const auto d = parsed(text);
    const auto comments = d.comments();
    REQUIRE(comments.size() == 2);
    CHECK(comments[0].text == "# one");
    CHECK(comments[1].text == "# two");
    CHECK(comments[1].line == 5);
    CHECK(comments[1].offset == text.find("# two"));
  }
}
