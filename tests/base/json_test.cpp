#include "base/json.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

namespace {

std::optional<Json> parsed(std::string_view text) {
  JsonFault fault;
  return parse_json(text, fault);
}

std::string fault_of(std::string_view text) {
  JsonFault fault;
  return parse_json(text, fault) ? "" : fault.message;
}

}  // namespace

TEST_CASE("Pretty JSON holds no character that steers a terminal, and reads back with all of them") {
  const Json value("a\x1b[31m\x7f\u202e\u2066\u0085\u0142");
  CHECK(pretty_json(value) == "\"a\\u001b[31m\\u007f\\u202e\\u2066\\u0085\u0142\"\n");
  CHECK(parsed(pretty_json(value)) == value);
}

TEST_CASE("canonical members are sorted by UTF-16 code unit, at every depth") {
  // The example of RFC 8785 §3.2.3: the emoji's surrogates come before the ligature at U+FB33.
  const auto value =
      parsed(R"({"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":{"b":1,"a":2}})");
  REQUIRE(value);
  CHECK(canonical_json(*value) ==
        "{\"\\r\":2,\"1\":4,\"\xC2\x80\":6,\"ö\":{\"a\":2,\"b\":1},\"€\":1,\"😀\":5,\"\xEF\xAC\xB3\":3}");
}

TEST_CASE("a name that begins another comes first") {
  CHECK(canonical_json(Json::object({{"ab", 1}, {"a", 2}, {"", 3}})) == R"({"":3,"a":2,"ab":1})");
}

TEST_CASE("canonical strings escape what must be escaped and nothing else") {
  CHECK(canonical_json(Json(std::string("\"\\/\b\f\n\r\t\x1F\x7F é😀"))) ==
        "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u001f\x7F é😀\"");
  CHECK(canonical_json(Json(std::string(1, '\0'))) == R"("\u0000")");
}

TEST_CASE("canonical scalars and containers have no white space") {
  const Json value(Json::Array{Json(), true, false, -7, Json(Json::Object{}), Json::array(), "x"});
  CHECK(canonical_json(value) == R"([null,true,false,-7,{},[],"x"])");
}

TEST_CASE("what canonical form writes reads back as the same value") {
  const Json value =
      Json::object({{"a", Json(Json::Array{1, "zwei", Json()})}, {"b", Json::object({{"tab\t", false}})}});
  CHECK(parsed(canonical_json(value)) == value);
  CHECK(parsed(pretty_json(value)) == value);
}

TEST_CASE("the printed form is indented by two and ends with a newline") {
  const Json value = Json::object({{"b", Json(Json::Array{1, 2})}, {"a", Json::array()}, {"c", Json(Json::Object{})}});
  CHECK(pretty_json(value) == "{\n  \"b\": [\n    1,\n    2\n  ],\n  \"a\": [],\n  \"c\": {}\n}\n");
}

TEST_CASE("JSON that facts never hold is refused, saying why") {
  const std::array<std::pair<std::string_view, std::string_view>, 13> table{{
      {R"({"a":1,"a":2})", "the name `a` stands twice"},
      {R"({"a":1,"\u0061":2})", "the name `a` stands twice"},
      {"[1.5]", "`1.5` is not a whole number"},
      {"1e3", "`1e3` is not a whole number"},
      {"9223372036854775808", "a number is too large"},
      {"", "this is not JSON"},
      {"[1,]", "this is not JSON"},
      {"{'a':1}", "this is not JSON"},
      {"[1] 2", "this is not JSON"},
      {"[1] // no", "this is not JSON"},
      {"\"a\nb\"", "this is not JSON"},
      {R"("\ud83d")", "this is not JSON"},
      {"\"\xFF\"", "this is not JSON"},
  }};
  for (const auto& row : table)
    CHECK_MESSAGE(fault_of(row.first) == row.second, row.first);
}

TEST_CASE("nesting stops at 64 levels") {
  const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
  CHECK(parsed(nested(64)));
  CHECK(fault_of(nested(65)) == "more than 64 levels deep");
  CHECK(fault_of(std::string(1'000'000, '[')) == "more than 64 levels deep");
}

TEST_CASE("the largest and the least whole number are kept") {
  for (const char* text : {"9223372036854775807", "-9223372036854775808", "0"})
    CHECK(canonical_json(*parsed(text)) == text);
}

TEST_CASE("a fault names the byte") {
  JsonFault fault;
  CHECK_FALSE(parse_json(R"({"a": x})", fault));
  CHECK(fault.offset == 6);
}

TEST_CASE("a member is found by its name, and nothing is found in what is no object") {
  const Json value = Json::object({{"a", 1}});
  REQUIRE(value.find("a") != nullptr);
  CHECK(*value.find("a") == Json(1));
  CHECK(value.find("b") == nullptr);
  CHECK(Json("text").find("a") == nullptr);
}

TEST_CASE("null becomes what is put into it") {
  Json object;
  object.set("a", 1);
  Json array;
  array.push_back(2);
  CHECK(canonical_json(object) == R"({"a":1})");
  CHECK(canonical_json(array) == "[2]");
}

TEST_CASE("an object has a thousand names at most, and a name is told fit for a terminal") {
  const auto object_of = [](int count) {
    std::string out = "{";
    for (int i = 0; i < count; ++i)
      out += (i > 0 ? ",\"" : "\"") + std::to_string(i) + "\":0";
    return out + "}";
  };
  CHECK(parsed(object_of(1000)));
  CHECK(fault_of(object_of(1001)) == "an object with more than 1000 names");
  CHECK(fault_of("{\"\\u001b\":0,\"\\u001b\":0}") == "the name `\\u{1b}` stands twice");
}
