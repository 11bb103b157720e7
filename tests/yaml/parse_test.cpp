#include "yaml/parse.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

namespace {

Diagnostics refusals(std::string text) {
  Diagnostics findings;
  const auto document = yaml::parse("a.yaml", std::move(text), findings);
  CHECK(document.has_value() == !findings.has_errors());
  findings.sort();
  return findings;
}

yaml::Node root(std::string text) {
  Diagnostics findings;
  auto document = yaml::parse("a.yaml", std::move(text), findings);
  REQUIRE(document);
  return document->root;
}

struct Refusal {
  std::string text;
  Place place;
  std::string message;
};

void check_refused(const Refusal& row) {
  const Diagnostics findings = refusals(row.text);
  CAPTURE(row.text);
  REQUIRE_FALSE(findings.empty());
  const Diagnostic& first = findings.items().front();
  CHECK(first.message == row.message);
  CHECK(first.where.path == "a.yaml");
  CHECK(first.where.place.line == row.place.line);
  CHECK(first.where.place.column == row.place.column);
}

std::string nested(std::size_t depth) {
  std::string out;
  for (std::size_t i = 0; i < depth; ++i)
    out += std::string(2 * i, ' ') + "a:\n";
  return out + std::string(2 * depth, ' ') + "b\n";
}

}  // namespace

TEST_CASE("what a record must not hold is refused at its place") {
  const std::array<Refusal, 15> table{{
      {"a: 1\nb: 2\na: 3\n", {3, 1, 1}, "the key `a` stands twice, first on line 1"},
      {"a:\n  - b: 1\n    b: 2\n", {3, 5, 1}, "the key `b` stands twice, first on line 2"},
      {"a: {b: 1, b: 2}\n", {1, 11, 1}, "the key `b` stands twice, first on line 1"},
      {"a: &x 1\n", {1, 4, 1}, "an anchor (`&name`) cannot stand in a record"},
      {"a: *x\n", {1, 4, 1}, "an alias (`*name`) cannot stand in a record"},
      {"a: !!str 1\n", {1, 4, 1}, "the tag `tag:yaml.org,2002:str` cannot stand in a record"},
      {"a: !mine {b: 1}\n", {1, 4, 1}, "the tag `!mine` cannot stand in a record"},
      {"<<: {a: 1}\n", {1, 1, 1}, "a merge key (`<<`) cannot stand in a record"},
      {"[a, b]: 1\n", {1, 1, 1}, "a key must be one word"},
      {"a: 1\n---\nb: 2\n", {3, 1, 1}, "a second document begins here; a file holds one"},
      {"a: 1\nb:\t2\n", {2, 3, 1}, "a tab (U+0009) cannot stand in a record"},
      {"a: x\x01y\n", {1, 5, 1}, "a control character (U+0001) cannot stand in a record"},
      {"a: x\xE2\x80\xAEy\n", {1, 5, 3}, "a bidirectional control character (U+202E) cannot stand in a record"},
      {"a: x\n\xEF\xBB\xBF"
       "b: y\n",
       {2, 1, 3},
       "a control character (U+FEFF) cannot stand in a record"},
      {"a: x\nb: Zo\xEB\n", {2, 6, 1}, "the byte 0xEB is not UTF-8"},
  }};
  for (const Refusal& row : table)
    check_refused(row);
}

TEST_CASE("an anchor and its alias are both told") {
  const Diagnostics findings = refusals("a: &x 1\nb: *x\n");
  REQUIRE(findings.items().size() == 2);
  CHECK(findings.items()[0].message == "an anchor (`&name`) cannot stand in a record");
  CHECK(findings.items()[1].message == "an alias (`*name`) cannot stand in a record");
  CHECK(findings.items()[1].where.place.line == 2);
}

TEST_CASE("one run reports all it finds") {
  const Diagnostics findings = refusals("a: &x 1\na: 2\nb: !t c\nd: e\xE2\x80\xAE\nf: {g: 1, g: 2}\n");
  std::vector<std::uint32_t> lines;
  for (const Diagnostic& d : findings.items())
    lines.push_back(d.where.place.line);
  CHECK(lines == std::vector<std::uint32_t>{1, 2, 3, 4, 5});
}

TEST_CASE("a file of more than a million bytes is refused unread") {
  std::string text = "a: " + std::string(yaml::max_file_bytes - 4, 'x') + '\n';
  CHECK(refusals(text).empty());
  text.insert(3, 1, 'x');
  check_refused({text, {0, 0, 0}, "the file has 1000001 bytes, a record has at most 1000000"});
}

TEST_CASE("more than 32 levels are refused where the 33rd begins") {
  CHECK(refusals(nested(32)).empty());
  check_refused({nested(33), {33, 65, 1}, "more than 32 levels of nesting"});
  CHECK(refusals(std::string(1'000'000, '[')).has_errors());
}

TEST_CASE("a value stays the text that was written, whatever it looks like") {
  for (const std::string word : {"NO", "no", "on", "yes", "1.10", "0123", "0x1F", "1e3", "2026-03-02", "12:30:45",
                                 "true", "-0", "+1", ".inf", "="}) {
    const yaml::Node node = root("a: " + word + "\n");
    CHECK(node.find("a")->kind == yaml::Kind::scalar);
    CHECK(node.find("a")->scalar == word);
  }
}

TEST_CASE("an absent value, a tilde and null are null, unless they stand in quotes") {
  for (const char* text : {"a:\n", "a: ~\n", "a: null\n", "a: NULL\n", "a: Null\n"})
    CHECK(root(text).find("a")->kind == yaml::Kind::null);
  for (const char* text : {"a: ''\n", "a: \"~\"\n", "a: 'null'\n", "a: |\n  null\n", "a: nULL\n"}) {
    CHECK_MESSAGE(root(text).find("a")->kind == yaml::Kind::scalar, text);
  }
}

TEST_CASE("an empty file, and one of comments alone, hold null") {
  CHECK(root("").kind == yaml::Kind::null);
  CHECK(root("# nothing\n").kind == yaml::Kind::null);
}

TEST_CASE("values know where they stand, in a file with a byte order mark and with CRLF too") {
  for (const std::string text : {"a: 1\nb:\n  - c: łódź\n", "a: 1\r\nb:\r\n  - c: łódź\r\n"}) {
    const yaml::Node node = root(text);
    CHECK(node.keys[1].place.line == 2);
    CHECK(node.keys[1].offset == text.find('b'));
    const yaml::Node& c = *node.find("b")->items[0].find("c");
    CHECK(c.place == Place{3, 8, 7});
    CHECK(c.scalar == "łódź");
  }
  const std::string marked =
      "\xEF\xBB\xBF"
      "a: 1\nb: 2\n";
  CHECK(root(marked).keys[1].offset == marked.find('b'));
  CHECK(root(marked).find("b")->place == Place{2, 4, 1});
}

TEST_CASE("a quoted value is as long as it was written, quotes included") {
  CHECK(root("a: 'b c'  # d\n").find("a")->place == Place{1, 4, 5});
}

TEST_CASE("syntax errors are told in guerdon's words") {
  const std::array<Refusal, 15> table{{
      {"a: 1\n b: 2\n", {2, 3, 1}, "a second `: ` on one line"},
      {"a: b: c\n", {1, 5, 1}, "a second `: ` on one line"},
      {"a: {b: 1\n", {2, 1, 1}, "a `{` has no `}`"},
      {"a: [b\n", {2, 1, 1}, "a `[` has no `]`"},
      {"a: \"b\n", {1, 4, 1}, "a quote is not closed"},
      {"a: \"b\\\"\nc: d\n", {1, 4, 1}, "a quote is not closed"},
      {"a: 'b''\n", {1, 4, 1}, "a quote is not closed"},
      {"a: 'b", {1, 6, 1}, "a quote is not closed"},
      {"a: \"\\q\"\n", {1, 7, 1}, "an unknown escape after `\\`"},
      {"a: @b\n", {1, 4, 1}, "this character cannot begin a value"},
      {"a: `b`\n", {1, 4, 1}, "this character cannot begin a value"},
      {"a: - b\n", {1, 4, 1}, "a `- ` item cannot stand here"},
      {"a: 1\n- b\n", {2, 1, 1}, "a key, or the end of this block, was expected here"},
      {"- a\nb: 1\n", {2, 1, 1}, "this line does not belong to what stands above it"},
      {"a: \"b\n---\nc\"\n", {2, 1, 1}, "`---` or `...` inside a quoted text"},
  }};
  for (const Refusal& row : table)
    check_refused(row);
}

TEST_CASE("whatever is broken, there is a finding with a hint and no exception") {
  const std::string sound = "# c\na: [1, {b: \"x\"}]\nc:\n  - d: |\n      e\n  - 'f'\n";
  std::size_t broken = 0;
  for (std::size_t at = 0; at < sound.size(); ++at) {
    for (const char c : std::string("{}[]:-?\"'&*!|>%@`,#\n \\")) {
      std::string text = sound;
      text[at] = c;
      Diagnostics findings;
      const auto document = yaml::parse("a.yaml", text, findings);
      if (document.has_value() == findings.has_errors()) FAIL(text);
      for (const Diagnostic& finding : findings.items()) {
        ++broken;
        if (finding.where.place.line == 0 || finding.hint.empty()) FAIL(text);
        if (finding.message.find("yaml-cpp") != std::string::npos) FAIL(text);
      }
    }
  }
  CHECK(broken > 100);
}

TEST_CASE("of a file that is no text, as many findings are made as are told, the last for the others") {
  Diagnostics findings;
  std::string text = "a: 1\n";
  for (int i = 0; i < 150; ++i)
    text += "\t\n";
  CHECK_FALSE(yaml::parse("a.yaml", text, findings));
  CHECK(findings.items().size() == most_findings_of_file);
  CHECK(findings.items().front().message == "51 more characters that cannot stand in a record");
}

TEST_CASE("a byte order mark is not counted in the place of a finding on line 1") {
  Diagnostics findings;
  yaml::parse("a.yaml",
              "\xEF\xBB\xBF"
              "a: \tb\n",
              findings);
  REQUIRE_FALSE(findings.empty());
  CHECK(findings.items().front().where.place == Place{1, 4, 1});
}

TEST_CASE("values on one line know their own length, those of later lines too") {
  Diagnostics findings;
  const auto document = yaml::parse("a.yaml", "a: [bb, \"cc c\"]\nd: [eeee, f]\n", findings);
  REQUIRE(document);
  CHECK(document->root.items[0].items[1].place == Place{1, 9, 6});
  CHECK(document->root.items[1].items[0].place == Place{2, 5, 4});
}

TEST_CASE("a file with more values, brackets or faults than any record of its length is not read on") {
  std::string values;
  std::string brackets = "a: [x";
  std::string anchors;
  std::string rows;
  std::string record;
  for (int i = 0; i < 20'000; ++i) {
    values += "-\n";
    brackets += ",x";
    anchors += "- &a a word or two\n";
    rows += "- [team-work, communication]\n";
    record += "- word\n  # why\n";
  }
  CHECK(refusals(values).items().front().message == "more than 8666 values in 40000 bytes");
  CHECK(refusals(brackets + "]").items().front().message == "20001 brackets and commas in 40006 bytes");
  CHECK(refusals(anchors).items().size() == 1001);
  CHECK(refusals(record).empty());
  CHECK(refusals(brackets + "]").items().front().hint == "write a long list with one item on a line: `- item`");
  CHECK(refusals(rows).empty());
}
