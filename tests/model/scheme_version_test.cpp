#include "model/scheme_version.h"

#include <doctest/doctest.h>

namespace guerdon {
namespace {

SchemeVersions versions(std::initializer_list<std::pair<std::string, std::string>> of) {
  SchemeVersions out;
  for (const auto& [family, version] : of) {
    Scheme scheme;
    scheme.version = version;
    scheme.id = family + '-' + version;
    out[scheme.id] = scheme;
  }
  return out;
}

TEST_CASE("Versions are ordered by the value of their numbers") {
  const std::vector<std::string> upwards{"1", "2", "9", "10", "2021", "2026a", "2026b", "2026b1", "2026b10", "draft"};
  for (std::size_t i = 0; i < upwards.size(); ++i) {
    for (std::size_t k = 0; k < upwards.size(); ++k) {
      CAPTURE(upwards[i]);
      CAPTURE(upwards[k]);
      CHECK(is_older_version(upwards[i], upwards[k]) == (i < k));
    }
  }
}

TEST_CASE("The next version counts the last number up") {
  CHECK(next_version("1") == "2");
  CHECK(next_version("9") == "10");
  CHECK(next_version("2026") == "2027");
  CHECK(next_version("1-9") == "1-10");
  CHECK(next_version("v2b") == "v3b");
  CHECK(next_version("draft") == "draft-2");
  for (const std::string version : {"1", "9", "1-9", "99", "v2b", "draft"})
    CHECK(is_older_version(version, next_version(version)));
}

TEST_CASE("A scheme is found by its id, or the newest version by what all versions are called") {
  const SchemeVersions of = versions({{"glore", "9"}, {"glore", "10"}, {"lever-up", "1"}, {"lever", "3"}});
  CHECK(find_version(of, "glore")->id == "glore-10");
  CHECK(find_version(of, "glore-9")->id == "glore-9");
  CHECK(find_version(of, "lever-up")->id == "lever-up-1");
  CHECK(find_version(of, "lever")->id == "lever-3");
  CHECK(find_version(of, "glore-1") == nullptr);
  CHECK(find_version(of, "") == nullptr);
  CHECK(family_of(of.at("lever-up-1")) == "lever-up");
}

}  // namespace
}  // namespace guerdon
