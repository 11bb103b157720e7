#include "store/fault.h"

#include <doctest/doctest.h>

#include <cerrno>

#include "store/file.h"
#include "store/folder.h"

namespace guerdon {
namespace {

TEST_CASE("What is wrong with a file is told of it, what is wrong with the machine ends the work") {
  const auto told = [](int fault) { return test::error_of([&] { cannot("write", "/x/../cases/a\x1b.yaml", fault); }); };
  CHECK(std::string(told(EACCES).what()) == "cannot write `/cases/a\\u{1b}.yaml`: permission denied");
  CHECK(told(EACCES).failure() == Failure::access);
  CHECK_THROWS_AS(cannot("read", "a", EIO), MachineFault);
  CHECK_THROWS_AS(cannot("read", "a", ENOSPC), MachineFault);
  CHECK(is_of_the_file(ENOENT));
  CHECK_FALSE(is_of_the_file(EIO));
}

}  // namespace
}  // namespace guerdon
