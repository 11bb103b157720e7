#include "base/fingerprint.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace guerdon;

namespace {

Fingerprint of(std::initializer_list<std::string_view> texts) {
  Fingerprint print;
  for (const std::string_view text : texts)
    print.add(text);
  return print;
}

}  // namespace

TEST_CASE("the same in the same order gives the same fingerprint, anything else another") {
  CHECK(of({"a", "b"}) == of({"a", "b"}));
  std::set<Fingerprint> seen;
  std::size_t made = 0;
  for (const auto& texts : {std::initializer_list<std::string_view>{"a", "b"},
                            {"b", "a"},
                            {"ab"},
                            {"a", "b", ""},
                            {"", "ab"},
                            {},
                            {""},
                            {std::string_view("\0", 1)},
                            {"12345678"},
                            {"123456789"},
                            {"12345678", ""},
                            {std::string_view("12345678\0", 9)}}) {
    seen.insert(of(texts));
    ++made;
  }
  for (std::uint64_t number = 1; number < 10000; ++number) {
    Fingerprint print;
    print.add(number << (number % 40));
    print.add(number);
    seen.insert(print);
    ++made;
  }
  CHECK(seen.size() == made);
}
