#include "yaml/canonical.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.h"
#include "yaml/author.h"
#include "yaml/emit.h"
#include "yaml/parse.h"

using namespace guerdon;
namespace fs = std::filesystem;

namespace {

using Sections = std::vector<yaml::SectionName>;

std::string canonical(const std::string& text, const Sections& sections = {}) {
  Diagnostics findings;
  const auto document = yaml::parse("a.yaml", text, findings);
  for (const Diagnostic& finding : findings.items())
    MESSAGE(finding.message);
  REQUIRE(document);
  return yaml::canonical(*document, sections);
}

/// The comment lines and line-ending comments that a text written by a person shows, blanks before them aside.
std::vector<std::string> comments_of(const std::string& text) {
  std::vector<std::string> out;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    while (line.ends_with(' ') || line.ends_with('\r'))
      line.pop_back();
    const std::size_t first = line.find_first_not_of(' ');
    if (first == std::string::npos) continue;
    const std::size_t at = line[first] == '#' ? first : line.find(" #");
    if (at != std::string::npos) out.push_back(line.substr(line.find('#', at)));
  }
  return out;
}

}  // namespace

TEST_CASE("indents are two a level, and lists stand below their key") {
  CHECK(canonical("a:\n- b: 1\n  c:\n       d: x\n-   b: 2\ne:\n      f:   y\n") ==
        "a:\n  - b: 1\n    c:\n      d: x\n  - b: 2\ne:\n  f: y\n");
}

TEST_CASE("what stands in brackets on one line stays, and so do lists of words; the rest becomes blocks") {
  CHECK(canonical("a: [ x,y ,\n  \"z\" ]\nb: {c: 1, d: [ {e: 2},{f: [3 ]} ] } # d\ng: []\nh: { }\n") ==
        "a: [x, y, \"z\"]\nb: {c: 1, d: [{e: 2}, {f: [3]}]} # d\ng: []\nh: {}\n");
  CHECK(canonical("- {a: 1,b: 'x, y' , c: z} # c\n- {a: 1,\n   b: 2}\n- {a: , b: [1]}\n- {a: \"\\u00e9\"\n  }\n") ==
        "- {a: 1, b: \"x, y\", c: z} # c\n- a: 1\n  b: 2\n- a:\n  b: [1]\n- {a: \"\\u00e9\"}\n");
}

TEST_CASE("quotes stay where they were, double ones") {
  CHECK(canonical("a: 'it''s'\nb: \"IT\"\nc: IT\nd: '\"x\" \\'\ne: \"\\u00e9\"\n'f': 1\n") ==
        "a: \"it's\"\nb: \"IT\"\nc: IT\nd: \"\\\"x\\\" \\\\\"\ne: \"\\u00e9\"\n'f': 1\n");
}

TEST_CASE("a text over several lines comes on one, or under a bar where it has paragraphs") {
  CHECK(canonical("a: one\n  two\n  three # end\nb: \"one\n  two\"\nc: one\n\n  two\nd: \"x\\ny\" # why\n") ==
        "a: one two three # end\nb: \"one two\"\nc: |-\n  one\n  two\nd: |- # why\n  x\n  y\n");
}

TEST_CASE("the lines of a block scalar move as one") {
  CHECK(canonical("a:\n     b: |   # as told\n            one\n\n              two  \n            three\n     c: >-\n  "
                  "    x\n      y\n") ==
        "a:\n  b: |   # as told\n    one\n\n      two  \n    three\n  c: >-\n    x\n    y\n");
  CHECK(canonical("a:\n - |4\n       one\n     two\n - |+\n  x\n\n\n - y\n") ==
        "a:\n  - |2\n      one\n    two\n  - |+\n    x\n\n\n  - y\n");
  CHECK(canonical("a: |\n  no line end") == "a: |-\n  no line end\n");
  CHECK(canonical("a: |+\n  x\n\n") == "a: |+\n  x\n\n");
}

TEST_CASE("line ends, byte order marks, blanks and document marks are made one") {
  CHECK(canonical("\xEF\xBB\xBF---\r\n\r\n# c  \r\na: 1   \r\n\r\n\r\nb: |\r\n  x\r\n  y\r\n\r\n\r\n...\r\n") ==
        "# c\na: 1\n\nb: |\n  x\n  y\n");
  CHECK(canonical("a: 1") == "a: 1\n");
  CHECK(canonical("# only this") == "# only this\n");
  CHECK(canonical("") == "");
}

TEST_CASE("a comment keeps its place: above what follows it, at the end of what it ends, behind its value") {
  CHECK(canonical(
            "# first\na:  # of a\n      # of the list\n   - b: 1   # of b\n     # ends the item\n   # ends the list\n"
            "# of c\nc: 1\n  # deeper than c\n# last\n") ==
        "# first\na:  # of a\n  # of the list\n  - b: 1   # of b\n    # ends the item\n  # ends the list\n"
        "# of c\nc: 1\n# deeper than c\n# last\n");
}

TEST_CASE("comments in the midst of a value that goes on one line stand above it") {
  CHECK(canonical("a: [x, # the tutor\n  y] # both\nb:\n  # why\n  word\nc:\n  - # item\n    d: 1\n  - e # e\n") ==
        "# the tutor\na: [x, y] # both\n# why\nb: word\nc:\n  # item\n  - d: 1\n  - e # e\n");
}

TEST_CASE("a sign that begins no comment is none") {
  CHECK(canonical("a: x#y\nb: \"# no\"\nc: |\n  # text\nd: 'a # b' # c\n") ==
        "a: x#y\nb: \"# no\"\nc: |\n  # text\nd: \"a # b\" # c\n");
}

TEST_CASE("nulls stay as they were said") {
  CHECK(canonical("a:\nb: ~\nc: null # c\nd:\n  -\n  - ~\n  - - x\n    - y\n") ==
        "a:\nb: null\nc: null # c\nd:\n  -\n  - null\n  -\n    - x\n    - y\n");
}

TEST_CASE("what cannot be laid out anew is refused, whole") { CHECK_THROWS_AS(canonical("just a word\n"), Error); }

TEST_CASE("every record of the repository keeps what it says and every comment, and is laid out once for all") {
  std::size_t seen = 0;
  for (const char* folder : {"examples", "templates", "tests"}) {
    for (const auto& file : fs::recursive_directory_iterator(fs::path(GUERDON_SOURCE_DIR) / folder)) {
      if (file.path().extension() != ".yaml") continue;
      std::stringstream bytes;
      bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
      Diagnostics findings;
      const auto document = yaml::parse(file.path().string(), bytes.str(), findings);
      if (!document || document->root.kind == yaml::Kind::scalar) continue;
      CAPTURE(file.path().string());
      std::string out;
      REQUIRE_NOTHROW(out = yaml::canonical(*document, {}));
      const auto again = yaml::parse("again", out, findings);
      REQUIRE(again);
      CHECK(yaml::same_content(document->root, again->root));
      CHECK(comments_of(document->text) == comments_of(out));
      CHECK(yaml::canonical(*again, {}) == out);
      ++seen;
    }
  }
  CHECK(seen > 150);
}

TEST_CASE("what hands write keeps what it says and every comment, and what guerdon adds to it is laid out already") {
  constexpr unsigned documents = 2000;
  for (unsigned seed = 0; seed < documents; ++seed) {
    const std::string text = test::Author(seed).write();
    CAPTURE(seed);
    CAPTURE(text);
    const std::string out = canonical(text, test::sections);
    Diagnostics findings;
    const auto before = yaml::parse("a.yaml", text, findings);
    const auto after = yaml::parse("a.yaml", out, findings);
    REQUIRE(before);
    REQUIRE(after);
    for (const yaml::Node& key : before->root.keys) {
      const yaml::Node* there = after->root.find(key.scalar);
      REQUIRE(there != nullptr);
      CHECK(yaml::same_content(*before->root.find(key.scalar), *there));
    }
    CHECK(canonical(out, test::sections) == out);
    const yaml::Node form = yaml::block({{"sent", yaml::bare("2026-08-10")}, {"note", yaml::text("two\nlines")}});
    const std::string added = yaml::edited(*after, test::sections, {yaml::EditKind::set, "evaluation", form, ""});
    CHECK(canonical(added, test::sections) == added);
  }
}

TEST_CASE("damaged documents are laid out once for all or refused, never half") {
  constexpr std::string_view signs = " \n:-[]{},#'\"|>&!?~ax1\r";
  std::size_t laid = 0;
  for (unsigned seed = 0; seed < 6000; ++seed) {
    std::mt19937 engine(seed);
    std::string text = test::Author(seed % 100).write();
    for (unsigned edits = 1 + static_cast<unsigned>(engine() % 4); edits > 0; --edits) {
      const std::size_t at = engine() % text.size();
      if (engine() % 2 == 0) {
        text.insert(at, 1, signs[engine() % signs.size()]);
      } else {
        text.erase(at, 1 + engine() % 3);
      }
    }
    Diagnostics findings;
    const auto document = yaml::parse("a.yaml", text, findings);
    if (!document) continue;
    CAPTURE(seed);
    CAPTURE(text);
    try {
      const std::string out = yaml::canonical(*document, test::sections);
      ++laid;
      REQUIRE(canonical(out, test::sections) == out);
    } catch (const Error& error) {
      CHECK(error.failure() == Failure::refused);
    }
  }
  CHECK(laid > 1000);
}
