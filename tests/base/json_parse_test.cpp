#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "base/json.h"

using namespace guerdon;

namespace {

/// What is wrong with `text`, as "message at offset".
std::string fault_of(std::string_view text) {
  JsonFault fault;
  if (parse_json(text, fault)) return "";
  return fault.message + " at " + std::to_string(fault.offset);
}

}  // namespace

TEST_CASE("every text of a few bytes is JSON here if it is for nlohmann's reader") {
  constexpr std::string_view letters = "[]{},:\"\\u0dD8-1.e \n/t\xC3\xA9";
  const std::size_t count = letters.size();
  std::size_t accepted = 0;
  std::string disagreed;
  for (std::size_t length = 1, texts = count; length <= 4; ++length, texts *= count) {
    for (std::size_t number = 0; number < texts; ++number) {
      std::string text;
      for (std::size_t rest = number, i = 0; i < length; ++i, rest /= count)
        text += letters[rest % count];
      JsonFault fault;
      const bool ours = parse_json(text, fault).has_value();
      accepted += ours ? 1 : 0;
      // A number that is not whole, or a name that stands twice, ends the reading whatever follows.
      if (!ours && fault.message != "this is not JSON") continue;
      if (ours != nlohmann::json::accept(text)) disagreed += text + '\n';
    }
  }
  CHECK(disagreed.empty());
  CHECK(accepted > 500);
}

TEST_CASE("escapes are read as nlohmann reads them") {
  for (const char* text :
       {R"("\"\\\/\b\f\n\r\t")", R"("\u0000\u007F\u0080\uFFFF")", R"("\uD83D\uDE00\uD834\udd1e")", R"("\uD83D")",
        R"("\uD83Dx")", R"("\uD83D\n")", R"("\uD83D\uD83D")", R"("\uDE00")", R"("\u12")", R"("\u12G4")", R"("\u+123")",
        R"("\u 123")", R"("\x41")", R"("\)", R"("\u)", R"("\uD83D\u)", R"("\uD83D\u12)", R"(")", R"("a)"}) {
    JsonFault fault;
    const auto ours = parse_json(text, fault);
    REQUIRE_MESSAGE(ours.has_value() == nlohmann::json::accept(text), text);
    if (ours) CHECK(*ours->as_string() == nlohmann::json::parse(text).get<std::string>());
  }
}

TEST_CASE("zeros before a number, and what only looks like one, are no JSON") {
  for (const char* text : {"01", "-01", "-", "+1", ".5", "1.", "1e", "1e+", "0x1", "NaN", "-Infinity", "--1", "1 1"})
    CHECK_MESSAGE(fault_of(text).starts_with("this is not JSON"), text);
}

TEST_CASE("a fault names the byte where reading stopped") {
  CHECK(fault_of("") == "this is not JSON at 0");
  CHECK(fault_of("[1,]") == "this is not JSON at 3");
  CHECK(fault_of("{\"a\" 1}") == "this is not JSON at 5");
  CHECK(fault_of("\"a\xFF\"") == "this is not JSON at 2");
  CHECK(fault_of("[true, falsy]") == "this is not JSON at 11");
  CHECK(fault_of("[1.5]") == "`1.5` is not a whole number at 4");
}
