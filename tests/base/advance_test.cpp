#include "base/advance.h"

#include <doctest/doctest.h>

#include <mutex>
#include <set>
#include <thread>

namespace guerdon {
namespace {

TEST_CASE("A stretch tells that it begins, and each item once, whoever did it") {
  std::mutex mutex;
  std::multiset<std::size_t> heard;
  const OnAdvance told = [&](const Advance& advance) {
    const std::lock_guard guard(mutex);
    CHECK(advance.step == "checking");
    CHECK(advance.total == 2000);
    heard.insert(advance.done);
  };
  Stretch stretch(told, "checking", 2000);
  const auto work = [&] {
    for (int i = 0; i < 1000; ++i)
      stretch.one_done();
  };
  std::thread other(work);
  work();
  other.join();
  CHECK(heard.size() == 2001);
  CHECK(std::set<std::size_t>(heard.begin(), heard.end()).size() == 2001);
  CHECK(*heard.rbegin() == 2000);
}

TEST_CASE("Where nobody listens nothing is told") {
  const OnAdvance nobody;
  Stretch stretch(nobody, "checking", 1);
  stretch.one_done();
}

}  // namespace
}  // namespace guerdon
