#include "yaml/emit.h"

#include <doctest/doctest.h>

#include <random>

#include "yaml/parse.h"

using namespace guerdon;

namespace {

const std::vector<std::string>& nasty_texts() {
  static const std::vector<std::string> texts{"plain",
                                              "NO",
                                              "no",
                                              "yes",
                                              "y",
                                              "N",
                                              "on",
                                              "Off",
                                              "true",
                                              "null",
                                              "Null",
                                              "~",
                                              "0123",
                                              "1.10",
                                              "1e3",
                                              "0x1F",
                                              "0o17",
                                              "1_000",
                                              "-1",
                                              "+1",
                                              ".5",
                                              "-",
                                              "--",
                                              "---",
                                              "...",
                                              "--- a",
                                              "2026-03-02",
                                              "12:30:45",
                                              ".inf",
                                              "-.INF",
                                              ".nan",
                                              "=",
                                              "<<",
                                              "a: b",
                                              "a:",
                                              ":",
                                              ": a",
                                              "a:b",
                                              "# x",
                                              "a # b",
                                              "a#b",
                                              "#",
                                              " lead",
                                              "trail ",
                                              " ",
                                              "- a",
                                              "-a",
                                              "? a",
                                              "?a",
                                              "[a]",
                                              "a, b",
                                              "a]",
                                              "{a}",
                                              "a}",
                                              "&a",
                                              "a&b",
                                              "*a",
                                              "!a",
                                              "|",
                                              "|-",
                                              ">",
                                              "> a",
                                              "@a",
                                              "`a`",
                                              "%a",
                                              "'a'",
                                              "it's",
                                              "\"a\"",
                                              "say \"a\"",
                                              "back\\slash",
                                              "\\",
                                              "\\n",
                                              "two\nlines",
                                              "two\n\nparagraphs",
                                              "\nlead",
                                              "trail\n",
                                              "trail\n\n",
                                              "\n",
                                              " a\nb",
                                              "a\n b",
                                              "a\n  b\n c",
                                              "a\nb ",
                                              "a \nb",
                                              "a\n ",
                                              "a\n \nb",
                                              "# a\n# b",
                                              "- a\n- b",
                                              "a: b\nc: d",
                                              "---\na",
                                              "a\n---\nb",
                                              "a\n...\nb",
                                              "|\na",
                                              "😀 emoji",
                                              "Łódź",
                                              "e\xCC\x81",
                                              "中文",
                                              "\xC2\xA0nbsp\xC2\xA0",
                                              "мир",
                                              "key: 'v' # \"c\" \\",
                                              "null\nnull",
                                              "\n\n a",
                                              "a\n#b",
                                              "a\n\n\nb",
                                              "x:\ny"};
  return texts;
}

/// `value` emitted under the key `k` and as an item of a list, and read again.
void check_round_trip(const yaml::Node& value, const std::string& label) {
  const std::vector<std::pair<std::string, std::vector<std::string>>> forms{
      {yaml::emit_entry("k", value, 0), {"k"}},
      {"a:\n" + yaml::emit_entry("k", value, 4), {"a", "k"}},
      {"k:\n" + yaml::emit(yaml::list({value}), 2), {"k", "-"}}};
  for (const auto& form : forms) {
    const std::string& text = form.first;
    Diagnostics findings;
    const auto document = yaml::parse("a.yaml", text, findings);
    CAPTURE(label);
    CAPTURE(text);
    REQUIRE(document);
    const yaml::Node* node = &document->root;
    for (const std::string& key : form.second)
      node = key == "-" ? &node->items.at(0) : node->find(key);
    CHECK(yaml::same_content(*node, value));
  }
}

}  // namespace

TEST_CASE("every text is read back as it was") {
  for (const std::string& text : nasty_texts())
    check_round_trip(yaml::text(text), text);
}

TEST_CASE("every text is read back as it was when it is always quoted") {
  for (const std::string& text : nasty_texts())
    check_round_trip(yaml::quoted(text), text);
}

TEST_CASE("every row of words is read back as it was") {
  for (const std::string& text : nasty_texts())
    check_round_trip(yaml::row({text, "b"}), text);
}

TEST_CASE("random texts of difficult characters are read back as they were") {
  const std::vector<std::string> pieces{"a", "b",  " ", "\n", ":", ": ", " #", "#", "-", "- ",       "\"",
                                        "'", "\\", "|", ">",  "[", "]",  "{",  "}", ",", "?",        "&",
                                        "*", "!",  "%", "@",  "0", "1",  ".",  "é", "😀", "e\xCC\x81"};
  std::mt19937 engine(7);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::size_t n = 1 + engine() % 8; n > 0; --n)
      text += pieces[engine() % pieces.size()];
    Diagnostics findings;
    const std::string written =
        yaml::emit_entry("k", yaml::block({{"x", yaml::text(text)}, {"y", yaml::bare("end")}}), 0);
    const auto document = yaml::parse("a.yaml", written, findings);
    if (!document || document->root.find("k")->find("x")->scalar != text ||
        document->root.find("k")->find("y") == nullptr) {
      FAIL("<" << text << ">\n" << written);
    }
  }
}

TEST_CASE("a text that no reader mistakes is written without quotes") {
  for (const char* text : {"plain", "Team work", "a:b", "it's", "a#b", "say \"a\"", "3 apples", "Łódź"}) {
    CHECK(yaml::emit_entry("k", yaml::text(text), 0) == std::string("k: ") + text + '\n');
  }
}

TEST_CASE("a text that another reader could mistake is quoted") {
  for (const char* text : {"NO", "yes", "0123", "1e3", "2026-03-02", "null", "~", "1.10", "12:30:45"}) {
    CHECK(yaml::emit_entry("k", yaml::text(text), 0) == "k: \"" + std::string(text) + "\"\n");
  }
}

TEST_CASE("a bare word is never quoted") {
  CHECK(yaml::emit_entry("on", yaml::bare("2026-03-02"), 0) == "on: 2026-03-02\n");
}

TEST_CASE("a section is written in block style with lists indented and lines as they were typed") {
  const yaml::Node section = yaml::block(
      {{"on", yaml::bare("2026-06-01")},
       {"by", yaml::row({"luca-bianchi", "marta-ferrero"})},
       {"left", yaml::Node{}},
       {"skills", yaml::list({yaml::block({{"skill", yaml::text("team-work")}, {"note", yaml::text("one\n\ntwo")}})})},
       {"none", yaml::list({})}});
  CHECK(yaml::emit_entry("midterm", section, 0) ==
        "midterm:\n"
        "  on: 2026-06-01\n"
        "  by: [luca-bianchi, marta-ferrero]\n"
        "  skills:\n"
        "    - skill: team-work\n"
        "      note: |-\n"
        "        one\n"
        "\n"
        "        two\n"
        "  none: []\n");
}

TEST_CASE("nested blocks and lists are read back as they were") {
  const yaml::Node inner = yaml::block(
      {{"a", yaml::text("x: y")}, {"b", yaml::list({yaml::text("1"), yaml::block({{"c", yaml::text("- d")}})})}});
  check_round_trip(yaml::block({{"one", inner}, {"two", yaml::list({inner, inner})}}), "nested");
}

TEST_CASE("a list in a list is read back as it was") {
  check_round_trip(yaml::list({yaml::list({yaml::text("a"), yaml::text("b")}), yaml::text("c")}), "list in a list");
}

TEST_CASE("what an answer says in flow style is written whole, as blocks") {
  Diagnostics findings;
  const auto answer =
      yaml::parse("a.yaml", "skills: [{skill: autonomy, level: 3}, {skill: empathy, level: 4}]\n", findings);
  REQUIRE(answer.has_value());
  check_round_trip(answer->root.items[0], "flow mappings in a flow list");
}
