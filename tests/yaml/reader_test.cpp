#include "yaml/reader.h"

#include <doctest/doctest.h>

#include <array>

#include "yaml/parse.h"

using namespace guerdon;

namespace {

/// A value read out of `v: TEXT`, and what was said about it.
struct Trial {
  explicit Trial(const std::string& text) : document(yaml::parse("a.yaml", "v: " + text + "\n", findings)) {
    REQUIRE(document);
  }

  const yaml::Node& node() { return *document->root.find("v"); }
  std::string message() {
    CHECK(findings.items().size() == 1);
    return findings.empty() ? "" : findings.items()[0].message;
  }
  std::string hint() { return findings.empty() ? "" : findings.items()[0].hint; }

  Diagnostics findings;
  std::optional<yaml::Document> document;
  yaml::Reader reader{"a.yaml", findings};
};

std::string text_refusal(const std::string& text, yaml::TextLimit limit) {
  Trial trial(text);
  CHECK_FALSE(trial.reader.text(trial.node(), limit));
  return trial.message();
}

}  // namespace

TEST_CASE("a text is taken without its last line ends") {
  Trial trial("|\n  one\n  two\n\n");
  CHECK(trial.reader.text(trial.node(), {200, true, false}) == "one\ntwo");
}

TEST_CASE("a text that does not fit is refused, with the number and the limit") {
  CHECK(text_refusal("[a]", {}) == "a text is expected here, not a list");
  CHECK(text_refusal("{a: b}", {}) == "a text is expected here, not a block of keys");
  CHECK(text_refusal("~", {}) == "a text is expected here, not nothing");
  CHECK(text_refusal("\"\"", {}) == "the text is empty");
  CHECK(text_refusal("\" \\n \"", {200, true, false}) == "the text is empty");
  CHECK(text_refusal("łódźka", {5, false, false}) == "the text has 6 characters, at most 5 are allowed");
  CHECK(text_refusal("\"a\\nb\"", {}) == "the text must be one line");
  CHECK(text_refusal("a}{", {200, false, true}) == "a `{` and its `}` must come in pairs in a text that is printed");
  CHECK(text_refusal("\"a\\tb\"", {}) == "a tab (U+0009) cannot stand in a text");
  CHECK(text_refusal("\"a\\u202Eb\"", {}) == "a bidirectional control character (U+202E) cannot stand in a text");
}

TEST_CASE("a limit counts characters, and braces need no pair in what is not printed") {
  Trial trial("łódź}");
  CHECK(trial.reader.text(trial.node(), {5, false, false}) == "łódź}");
}

TEST_CASE("a whole number is taken between its limits") {
  for (const char* text : {"1", "5", "3"}) {
    Trial trial(text);
    CHECK(trial.reader.integer(trial.node(), 1, 5) == std::stoi(text));
  }
}

TEST_CASE("what is no whole number between the limits is refused") {
  for (const std::string text : {"0", "6", "05", "+3", "3.0", "1e0", "three", "99999999999", "3 4"}) {
    Trial trial(text);
    CHECK_FALSE(trial.reader.integer(trial.node(), 1, 5));
    CHECK(trial.message() == "a whole number from 1 to 5 is expected here, not `" + text + "`");
  }
}

TEST_CASE("only true and false are yes and no") {
  Trial good("true");
  CHECK(good.reader.boolean(good.node()) == true);
  for (const char* text : {"yes", "True", "on", "1"}) {
    Trial trial(text);
    CHECK_FALSE(trial.reader.boolean(trial.node()));
    CHECK(trial.message() == "`true` or `false` is expected here, not `" + std::string(text) + "`");
  }
}

TEST_CASE("a date with slashes is refused with both its readings") {
  const std::array<std::pair<std::string_view, std::string_view>, 5> table{{
      {"03/04/2026", "write year-month-day: `2026-04-03` or `2026-03-04`"},
      {"13.04.2026", "write year-month-day: `2026-04-13`"},
      {"05-05-2026", "write year-month-day: `2026-05-05`"},
      {"2026-02-30", "write year-month-day, as in `2026-03-02`"},
      {"March 2", "write year-month-day, as in `2026-03-02`"},
  }};
  for (const auto& [text, hint] : table) {
    Trial trial{std::string(text)};
    CHECK_FALSE(trial.reader.date(trial.node()));
    CHECK(trial.message() == '`' + std::string(text) + "` is not a date");
    CHECK(trial.hint() == hint);
  }
}

TEST_CASE("a word that is not known is refused with the words that are") {
  Trial trial("hostin");
  CHECK_FALSE(trial.reader.word(trial.node(), {"hosting", "sending"}));
  CHECK(trial.message() == "`hostin` is not one of the words known here");
  CHECK(trial.hint() == "write `hosting` or `sending`");
}

TEST_CASE("an id with a capital is no id") {
  Trial trial("Orto-Sociale");
  CHECK_FALSE(trial.reader.slug(trial.node()));
  CHECK(trial.message() == "`Orto-Sociale` is not an id");
}

TEST_CASE("a message shows no more than forty characters of a value, on one line, fit for a terminal") {
  Trial trial("\"" + std::string(50, 'X') + "\"");
  CHECK_FALSE(trial.reader.slug(trial.node()));
  CHECK(trial.message() == "`" + std::string(40, 'X') + "…` is not an id");
  Trial escape("\"a\\eb\"");
  CHECK_FALSE(escape.reader.slug(escape.node()));
  CHECK(escape.message() == "`a\\u{1b}b` is not an id");
}

TEST_CASE("a key that nobody asked for is reported with the nearest, at the key") {
  Trial trial("{projekt: 1, from: 2}");
  {
    yaml::Fields fields(trial.node(), trial.reader, "a placement");
    CHECK(fields.find("from")->scalar == "2");
    CHECK(fields.find("project") == nullptr);
  }
  CHECK(trial.message() == "`projekt` is not a key of a placement");
  CHECK(trial.hint() == "did you mean `project`?");
  CHECK(trial.findings.items()[0].where.place.column == 5);
}

TEST_CASE("a key that is near to none is reported with all there are") {
  Trial trial("{xyzzy: 1}");
  { yaml::Fields(trial.node(), trial.reader, "a placement").find("from"); }
  CHECK(trial.hint() == "its keys are `from`");
}

TEST_CASE("a required key that is absent or null is reported") {
  for (const char* text : {"{b: 1}", "{a: , b: 1}"}) {
    Trial trial(text);
    {
      yaml::Fields fields(trial.node(), trial.reader, "a thing");
      CHECK(fields.find("b") != nullptr);
      CHECK(fields.require("a") == nullptr);
    }
    CHECK(trial.message() == "a thing has no `a`");
  }
}

TEST_CASE("a node that is no block of keys is reported once and has no keys") {
  Trial trial("[a]");
  {
    yaml::Fields fields(trial.node(), trial.reader, "a thing");
    CHECK(fields.require("a") == nullptr);
    CHECK(fields.require("b") == nullptr);
  }
  CHECK(trial.message() == "a thing is a block of keys, not a list");
}

TEST_CASE("items are those of a list; an absent one has none, anything else is reported") {
  Trial list("[a, b]");
  CHECK(yaml::items(&list.node(), list.reader, "tasks").size() == 2);
  CHECK(yaml::items(nullptr, list.reader, "tasks").empty());
  CHECK(list.findings.empty());
  Trial word("a");
  CHECK(yaml::items(&word.node(), word.reader, "tasks").empty());
  CHECK(word.message() == "tasks is a list, not a text");
}
