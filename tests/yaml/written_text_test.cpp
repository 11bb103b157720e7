#include "yaml/written_text.h"

#include <doctest/doctest.h>

#include "yaml/parsed.h"

using namespace guerdon;

namespace {

struct Read {
  [[nodiscard]] yaml::WrittenText written() const { return yaml::WrittenText(document.text); }
  /// What stands from the value of `key` to the end that is told of it.
  [[nodiscard]] std::string value(std::string_view key) const {
    const yaml::Node* node = document.root.find(key);
    REQUIRE(node != nullptr);
    return document.text.substr(node->offset, written().end_of(*node) - node->offset);
  }

  yaml::Document document;
};

}  // namespace

TEST_CASE("a value ends behind its quote or its last word, over several lines too") {
  const Read read{test::parsed("a: one two  # x\nb: 'it''s'\nc: \"a \\\" b\"\nd: three\n  four\n")};
  CHECK(read.value("a") == "one two");
  CHECK(read.value("b") == "'it''s'");
  CHECK(read.value("c") == "\"a \\\" b\"");
  CHECK(read.value("d") == "three\n  four");
  yaml::Node elsewhere = *read.document.root.find("a");
  elsewhere.offset += 1;
  CHECK_THROWS_AS(static_cast<void>(read.written().end_of(elsewhere)), yaml::Astray);
}

TEST_CASE("columns begin at 0 on each line, behind a byte order mark") {
  const yaml::WrittenText text(
      "\xEF\xBB\xBF"
      "ab: 1\n  cd: 2\n");
  CHECK(text.begin() == 3);
  CHECK(text.column(3) == 0);
  CHECK(text.column(11) == 2);
  CHECK(text.line_begin(11) == 9);
  CHECK(text.line_end(11) == 16);
}

TEST_CASE("a blank line is seen above what is the first on its line alone") {
  const yaml::WrittenText text("a: 1\n \r\n  - b: 2\n- c\n");
  CHECK(text.after_blank(10));
  CHECK_FALSE(text.after_blank(0));
  CHECK_FALSE(text.after_blank(13));
  CHECK_FALSE(text.after_blank(17));
}

TEST_CASE("a sign in a comment is passed over, and one that is not there is told") {
  const yaml::WrittenText text("a: # ]\n  x ]  # b\n");
  CHECK(text.find_sign(0, ']') == 11);
  CHECK_THROWS_AS(static_cast<void>(text.find_sign(12, ']')), yaml::Astray);
  CHECK(text.gap_before(14) == "  ");
  CHECK(text.gap_before(0) == " ");
}

TEST_CASE("rows of words and what stood on one line stay in brackets; the rest goes below its key") {
  const Read read{
      test::parsed("a: [x,\n  y]\nb: {c: 1, d: 2}\ne: {f: 1,\n  g: 2}\nh: [null]\ni: []\nj: \"a\"\nk: 'a'\n")};
  const auto nested = [&](std::string_view key) { return read.written().is_nested(*read.document.root.find(key)); };
  CHECK_FALSE(nested("a"));
  CHECK_FALSE(nested("b"));
  CHECK(nested("e"));
  CHECK(nested("h"));
  CHECK_FALSE(nested("i"));
  CHECK(read.written().is_kept(*read.document.root.find("j")));
  CHECK_FALSE(read.written().is_kept(*read.document.root.find("k")));
}
