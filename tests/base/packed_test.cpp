#include "base/packed.h"

#include <doctest/doctest.h>

#include <limits>

using namespace guerdon;

TEST_CASE("what is packed comes out again in its order") {
  Packed out;
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{127}, std::uint64_t{128}, std::uint64_t{1} << 40U,
                                     std::numeric_limits<std::uint64_t>::max()})
    out.add(number);
  out.add("");
  out.add(std::string_view("a\0b", 3));
  Unpacked in(out.bytes());
  CHECK(in.number() == 0);
  CHECK(in.number() == 127);
  CHECK(in.number() == 128);
  CHECK(in.number() == std::uint64_t{1} << 40U);
  CHECK(in.number() == std::numeric_limits<std::uint64_t>::max());
  CHECK(in.text().empty());
  CHECK(in.text() == std::string_view("a\0b", 3));
  CHECK(in.good());
  CHECK(in.at_end());
}

TEST_CASE("behind the end, and where a text is longer than what is left, nothing is given") {
  Packed out;
  out.add("word");
  for (std::size_t size = 0; size < out.bytes().size(); ++size) {
    Unpacked in(std::string_view(out.bytes()).substr(0, size));
    CHECK(in.text().empty());
    CHECK_FALSE(in.good());
    CHECK(in.text().empty());
    CHECK(in.number() == 0);
  }
}
