#include "flow/shipped.h"

#include <doctest/doctest.h>

#include "store/folder.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Folder;

TEST_CASE("The schemes that come with guerdon are found by their name and by their id") {
  const auto all = shipped_schemes(GUERDON_SOURCE_DIR);
  REQUIRE(all.size() == 2);
  CHECK(all[0].scheme.id == "glore-1");
  CHECK(all[1].scheme.id == "lever-up-1");
  CHECK(all[0].files.contains("text/en.yaml"));
  CHECK(find_shipped(GUERDON_SOURCE_DIR, "lever-up").scheme.id == "lever-up-1");
  CHECK(find_shipped(GUERDON_SOURCE_DIR, "lever-up-1").scheme.id == "lever-up-1");
  CHECK(error_of([] { find_shipped(GUERDON_SOURCE_DIR, "youthpass"); }).finding().hint ==
        "those that did are `glore` or `lever-up`");
}

TEST_CASE("An installation that lost its templates says so") {
  const Folder folder;
  CHECK(error_of([&] { find_shipped(folder.path(), "glore"); }).finding().hint == "install guerdon again");
}

}  // namespace
}  // namespace guerdon
