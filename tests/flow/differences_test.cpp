#include "flow/differences.h"

#include <doctest/doctest.h>

#include "yaml/parse.h"

namespace guerdon {
namespace {

yaml::Node tree(const std::string& text) {
  Diagnostics findings;
  auto document = yaml::parse("a.yaml", text, findings);
  REQUIRE(document);
  return std::move(document->root);
}

/// Each difference as `path: old -> new`, blocks as `{}`.
std::vector<std::string> told(const std::string& before, const std::string& after) {
  const yaml::Node a = tree(before);
  const yaml::Node b = tree(after);
  const auto side = [](const yaml::Node* node) -> std::string {
    if (node == nullptr) return "-";
    return node->kind == yaml::Kind::scalar ? node->scalar : node->kind == yaml::Kind::null ? "null" : "{}";
  };
  std::vector<std::string> out;
  for (const Difference& one : differences(a, b)) {
    std::string line;
    for (const std::string& part : one.path)
      line += (line.empty() ? "" : ".") + part;
    out.push_back(line + ": " + side(one.before) + " -> " + side(one.after));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST_CASE("keys are compared, not their order or layout") {
  CHECK(told("a: 1\nb: {c: 2, d: x}\n", "b:\n  d: \"x\"\n  c: 2\na: 1 # as before\n").empty());
  CHECK(told("a: 1\nb: 2\n", "b: 3\nc: 4\n") == Lines{"b: 2 -> 3", "c: - -> 4", "a: 1 -> -"});
  CHECK(told("a: 1\n", "a:\n  b: 1\n") == Lines{"a: 1 -> {}"});
  CHECK(told("a:\n", "a: 1\n") == Lines{"a: - -> 1"});
  CHECK(told("a:\n", "a:\n").empty());
}

TEST_CASE("items are told by what they are about, in whatever order") {
  CHECK(told("s:\n  - {skill: x, level: 3}\n  - {skill: y, level: 3}\n",
             "s:\n  - {skill: y, level: 4}\n  - {skill: x, level: 3}\n") == Lines{"s.y.level: 3 -> 4"});
  CHECK(told("s:\n  - {skill: x, level: 3}\n", "s:\n  - {skill: y, level: 3}\n") ==
        Lines{"s.y: - -> {}", "s.x: {} -> -"});
}

TEST_CASE("an item whose day changed is the same one, and the only one of a list has no name") {
  CHECK(told("s:\n  - {on: 2026-03-05, n: 1}\n", "s:\n  - {on: 2026-03-06, n: 1}\n") ==
        Lines{"s.on: 2026-03-05 -> 2026-03-06"});
  CHECK(told("s:\n  - {on: 2026-03-05, n: 1}\n  - {on: 2026-03-07, n: 1}\n",
             "s:\n  - {on: 2026-03-05, n: 2}\n  - {on: 2026-03-08, n: 1}\n") ==
        Lines{"s.2026-03-05.n: 1 -> 2", "s.2026-03-08.on: 2026-03-07 -> 2026-03-08"});
}

TEST_CASE("items that nothing tells apart go by number") {
  CHECK(told("s:\n  - {n: 1}\n  - {n: 1}\n", "s:\n  - {n: 1}\n  - {n: 2}\n  - {n: 1}\n") ==
        Lines{"s.2.n: 1 -> 2", "s.3: - -> {}"});
}

TEST_CASE("lists of words differ as a whole, and a list that only one has item by item") {
  CHECK(told("w: [a, b]\n", "w: [a, c]\n") == Lines{"w: {} -> {}"});
  CHECK(told("x: 1\n", "x: 1\ns:\n  - {skill: a}\n  - {skill: b}\n") == Lines{"s.a: - -> {}", "s.b: - -> {}"});
  CHECK(told("s:\n  - {on: 2026-03-05}\n", "x: 1\n") == Lines{"x: - -> 1", "s: {} -> -"});
}

}  // namespace
}  // namespace guerdon
