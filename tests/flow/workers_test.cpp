#include "flow/workers.h"

#include <doctest/doctest.h>
#include <pthread.h>

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

namespace guerdon {
namespace {

TEST_CASE("Each index is worked on once, by a worker there is, whatever the number of workers") {
  for (const unsigned jobs : {0U, 1U, 2U, 7U}) {
    for (const std::size_t count : {0UL, 1UL, 5UL, 1000UL}) {
      CAPTURE(jobs);
      CAPTURE(count);
      std::vector<std::atomic<int>> times(count);
      std::atomic<bool> known = true;
      work_in_parallel(count, jobs, [&](std::size_t worker, std::size_t index) {
        ++times[index];
        if (worker >= std::max(jobs, 1U)) known = false;
      });
      CHECK(std::all_of(times.begin(), times.end(), [](const std::atomic<int>& n) { return n == 1; }));
      CHECK(known);
    }
  }
}

TEST_CASE("One worker takes the indices in order") {
  std::vector<std::size_t> seen;
  work_in_parallel(4, 1, [&](std::size_t, std::size_t index) { seen.push_back(index); });
  CHECK(seen == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("Where the machine gives no thread, the one there is does all of the work") {
  pthread_attr_t usual;
  pthread_attr_t vast;
  REQUIRE(pthread_getattr_default_np(&usual) == 0);
  REQUIRE(pthread_attr_init(&vast) == 0);
  REQUIRE(pthread_attr_setstacksize(&vast, std::size_t{1} << 46U) == 0);
  REQUIRE(pthread_setattr_default_np(&vast) == 0);
  std::vector<std::size_t> seen;
  work_in_parallel(4, 3, [&](std::size_t, std::size_t index) { seen.push_back(index); });
  pthread_setattr_default_np(&usual);
  pthread_attr_destroy(&usual);
  pthread_attr_destroy(&vast);
  CHECK(seen == std::vector<std::size_t>{0, 1, 2, 3});
}

TEST_CASE("An exception is carried out of the workers and stops them") {
  for (const unsigned jobs : {1U, 3U}) {
    CAPTURE(jobs);
    std::atomic<std::size_t> begun = 0;
    std::string message;
    try {
      work_in_parallel(100'000, jobs, [&](std::size_t, std::size_t index) {
        ++begun;
        if (index == 2) throw std::runtime_error("at two");
      });
    } catch (const std::runtime_error& error) {
      message = error.what();
    }
    CHECK(message == "at two");
    CHECK(begun < 100'000);
  }
}

}  // namespace
}  // namespace guerdon
