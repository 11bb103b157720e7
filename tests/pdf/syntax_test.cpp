#include "pdf/syntax.h"

#include <doctest/doctest.h>

using namespace guerdon::pdf;

namespace {

std::string number(double value, int decimals = 2) {
  std::string out;
  append_number(out, value, decimals);
  return out;
}

}  // namespace

TEST_CASE("Numbers are short") {
  CHECK(number(0) == "0");
  CHECK(number(-0.001) == "0");
  CHECK(number(12) == "12");
  CHECK(number(12.5) == "12.5");
  CHECK(number(0.25) == ".25");
  CHECK(number(-0.05) == "-.05");
  CHECK(number(-123.456) == "-123.46");
  CHECK(number(1.00005, 5) == "1.00005");
  CHECK(number(99.999) == "100");
}

TEST_CASE("A character beyond the basic plane is a surrogate pair") {
  CHECK(utf16_hex("a\U0001F600") == "0061D83DDE00");
}

TEST_CASE("A text string beyond ASCII begins with the byte order mark") { CHECK(text_string("ń") == "<FEFF0144>"); }

TEST_CASE("A text string in ASCII stands as it is, its brackets escaped") {
  CHECK(text_string("a (b) \\") == "(a \\(b\\) \\\\)");
}

TEST_CASE("A stream states its length and its filter") {
  const std::string body = stream_body("/Length1 3", "abc");
  CHECK(body.starts_with("<</Length1 3/Filter/FlateDecode/Length "));
  CHECK(body.ends_with("\nendstream"));
}
