#include "base/shard.h"

#include <doctest/doctest.h>

#include <array>

#include "base/id.h"

namespace guerdon {
namespace {

TEST_CASE("A part is read as number and count") {
  const auto shard = Shard::parse("2/5");
  REQUIRE(shard);
  CHECK(shard->number == 2);
  CHECK(shard->count == 5);
  CHECK(shard->to_string() == "2/5");
}

TEST_CASE("What is no part of a whole is refused") {
  for (const char* text : {"", "2", "/5", "2/", "0/5", "6/5", "1/0", "1/10001", "-1/5", "1/5x", " 1/5", "1/5/2"}) {
    CAPTURE(text);
    CHECK_FALSE(Shard::parse(text));
  }
}

TEST_CASE("Each id belongs to one part, and the parts are near to equal") {
  std::array<int, 7> sizes{};
  std::uint64_t state = 1;
  const Random random = [&] { return state = state * 6364136223846793005U + 1442695040888963407U; };
  for (int i = 0; i < 7000; ++i) {
    const std::string id = CaseId::make(2026, random).text;
    int held = 0;
    for (unsigned part = 1; part <= 7; ++part) {
      if (!Shard{part, 7}.holds(id)) continue;
      ++held;
      ++sizes.at(part - 1);
    }
    CHECK(held == 1);
  }
  for (const int size : sizes) {
    CHECK(size > 850);
    CHECK(size < 1150);
  }
}

TEST_CASE("Which part an id belongs to never changes") {
  CHECK(Shard{1, 1}.holds("2026-7kq3h2xd"));
  CHECK(Shard{2, 4}.holds("2026-7kq3h2xd"));
  CHECK(Shard{1, 4}.holds("7KQ3-HX2M-9DPA-4TZB"));
}

}  // namespace
}  // namespace guerdon
