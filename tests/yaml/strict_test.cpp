#include "yaml/strict.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "yaml/full.h"
#include "yaml/parse.h"

using namespace guerdon;

namespace {

/// Written out, so that a difference shows which node it is in.
std::string shown(const yaml::Node& node) {
  std::string out = std::to_string(static_cast<int>(node.kind)) + (node.quoted ? "q" : "") + (node.flow ? "f" : "") +
                    '@' + std::to_string(node.offset) + ':' + std::to_string(node.place.line) + ':' +
                    std::to_string(node.place.column) + '+' + std::to_string(node.place.length) + '`' + node.scalar +
                    '`';
  for (const yaml::Node& key : node.keys)
    out += "\n k " + shown(key);
  for (const yaml::Node& item : node.items)
    out += "\n i " + shown(item);
  return out;
}

yaml::Node full(std::string text) {
  Diagnostics findings;
  const auto root = yaml::read_full("a.yaml", text, findings);
  REQUIRE(root);
  REQUIRE(findings.empty());
  return *root;
}

}  // namespace

TEST_CASE("what is written as records usually are is read as yaml-cpp reads it, to the place") {
  for (const std::string text : {
           "a: 1\n",
           "# top\n\na: b c # note\nd: \"e # f\"   # note\n",
           "a:\n  b: c\n  d:\n    - e\n    - f: g\n      h: i\n    -   j: k\nl: m\n",
           "a:\n- b\n- c: d\n  e: f\ng: h\n",
           "a:\n# comment\n\nb:\n  # deeper\n\n# banner\nc: ~\nd: null\n",
           "a:\n",
           "a:\n  b:\nc:\n  - d:\n    e:\n  - f\n# end\n",
           "a: [b, c d, \"e, f\", 'g']\nh: {i: j, k: 3}\nl: []\nm: {}\nn: [[a, b], {c: d}]\n",
           "a: |\n  one\n\n    two\nb: |-\n  three  # no comment\n  : four\n\n\nc: d\n",
           "- a\n- - b\n  - c\n- d: e\n",
           "\"IT\": Italy\n'DE': \"a \\\"quoted\\\" \\\\ word\\n\"\nurl: https://example.org/a:b?c#d\n",
           "a: -5\nb: {c: -0.5, d: [-1, 2]}\n",
           "a: it's 10:30\nb: x-y, z [1]\n",
           "zażółć: gęślą\n",
           "a: \"\"\nb: ''\n",
           "a: >\n  one two\n  three\nb: >-\n    four\n    five\n\n\nc:\n  - >-\n    six\n  - seven\n",
       }) {
    CAPTURE(text);
    const auto root = yaml::read_strict(text);
    REQUIRE(root);
    CHECK(shown(*root) == shown(full(text)));
  }
}

TEST_CASE("what is wrong, or written in another way, is left to the full reader") {
  for (const std::string text : {
           "",
           "a: 1",
           "# nothing\n",
           "a: {b: is it? c}\n",
           "word\n",
           "  a: b\n",
           "a: b\n c: d\n",
           "a: b\n  more of it\n",
           "a: b: c\n",
           "a: b\na: c\n",
           "a: {b: 1, b: 2}\n",
           "a: &x b\n",
           "a: *x\n",
           "a: !tag b\n",
           "<<: b\n",
           "~: b\n",
           "? a\n: b\n",
           "---\na: b\n",
           "a: b\n---\nc: d\n",
           "a: b\n...\n",
           "\xEF\xBB\xBF"
           "a: b\n",
           "a: b\r\nc: d\r\n",
           "a: \"b\n  c\"\n",
           "a: \"b\" c\n",
           "a: \"\\x41\"\n",
           "a: 'it''s'\n",
           "a: [b\n",
           "a: [b,]\n",
           "a: [b: c]\n",
           "a: [b] c\n",
           "a: >\n  b\n\n  c\n",
           "a: >\n  b\n    c\n",
           "a  : b\n",
           "a: -b\n",
           "a: |2\n  b\n",
           "a: |\nb: c\n",
           "a: |\n  b\n \n  c\n",
           "a: |\n  b",
           "a:\n  - b\n   - c\n",
           "a:\n  - b\n  c: d\n",
           "- a\nb: c\n",
           "-\n  a: b\n",
       }) {
    CAPTURE(text);
    CHECK_FALSE(yaml::read_strict(text));
  }
}

TEST_CASE("a file of many values, or deep, is left to the full reader and its limits") {
  std::string list = "a:\n";
  for (int i = 0; i < 9000; ++i)
    list += "- b\n";
  CHECK_FALSE(yaml::read_strict(list));
  // Fewer than the full reader takes, as growing takes the room of three.
  const std::string fewer = list.substr(0, 3 + 4 * std::size_t{2000});
  CHECK_FALSE(yaml::read_strict(fewer));
  Diagnostics findings;
  CHECK(yaml::parse("a.yaml", fewer, findings));
  CHECK(yaml::read_strict(list.substr(0, 3 + 4 * std::size_t{1000})));
  std::string deep;
  for (int i = 0; i < 40; ++i)
    deep += std::string(static_cast<std::size_t>(i), ' ') + "a:\n";
  CHECK_FALSE(yaml::read_strict(deep));
}

TEST_CASE("the records of the examples and the schemes are read the same by both; few are left to the full reader") {
  std::size_t taken = 0;
  std::size_t left = 0;
  for (const char* folder : {"examples", "templates"}) {
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(std::filesystem::path(GUERDON_SOURCE_DIR) / folder)) {
      // What is filled in first is no YAML yet.
      const bool blank = entry.path().parent_path().filename() == "answers";
      if (blank || entry.path().extension() != ".yaml") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string text(std::istreambuf_iterator<char>(in), {});
      CAPTURE(entry.path().string());
      const auto root = yaml::read_strict(text);
      ++(root ? taken : left);
      if (root) CHECK(shown(*root) == shown(full(text)));
    }
  }
  CHECK(taken > 80);
  CHECK(left <= 2);
}
