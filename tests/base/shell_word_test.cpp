#include "base/shell_word.h"

#include <doctest/doctest.h>

#include <array>
#include <cstdio>

namespace guerdon {
namespace {

/// What a shell makes of it.
std::string through_a_shell(const std::string& word) {
  const std::string command = "printf %s " + shell_word(word);
  FILE* const pipe = ::popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string out;
  std::array<char, 256> buffer{};
  while (std::fgets(buffer.data(), buffer.size(), pipe) != nullptr)
    out += buffer.data();
  ::pclose(pipe);
  return out;
}

TEST_CASE("A shell takes each word for what it was") {
  for (const char* word : {"plain", "two words", "", "it's", "''", "$HOME", "`id`", "a;b", "a\\b", "Άννα", "*", "~",
                           "!", "#x", "\"quoted\"", "a\nb", "-n", "a&b", "<x>"}) {
    CAPTURE(word);
    CHECK(through_a_shell(word) == word);
  }
}

TEST_CASE("A word that needs no quotes has none") {
  CHECK(shell_word("2026-03-02") == "2026-03-02");
  CHECK(shell_word("zofia@example.org") == "zofia@example.org");
  CHECK(shell_word("~") == "'~'");
  CHECK(shell_word("Community garden") == "'Community garden'");
}

}  // namespace
}  // namespace guerdon
