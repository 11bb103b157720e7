#include "store/cache.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "store/folder.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;

struct Workspace : test::Folder {
  Workspace() {
    write("guerdon.yaml", "x\n");
    fs::create_directories(path() / ".guerdon");
  }
  [[nodiscard]] Root root() const { return Root(path()); }
  [[nodiscard]] fs::path file() const { return path() / ".guerdon/cache"; }
};

Fingerprint print(std::uint64_t number) {
  Fingerprint out;
  out.add(number);
  return out;
}

const DaySpan june{*Date::parse("2026-06-01"), *Date::parse("2026-07-01")};

void fill(const Workspace& folder) {
  Cache cache(folder.root(), "a");
  cache.keep("one", print(1), june, "first");
  cache.keep("two", print(2), {}, "");
  cache.save(folder.root());
}

TEST_CASE("what is kept is found again by the same program, with what it holds for") {
  const Workspace folder;
  fill(folder);
  Cache cache(folder.root(), "a");
  const auto one = cache.find("one");
  REQUIRE(one);
  CHECK(one->answer == "first");
  CHECK(one->of == print(1));
  CHECK(one->days.holds(june.first));
  CHECK_FALSE(one->days.holds(june.end));
  CHECK_FALSE(one->days.holds(june.first.plus_days(-1)));
  REQUIRE(cache.find("two"));
  CHECK(cache.find("two")->days.holds(june.end));
  CHECK_FALSE(cache.find("three"));
  CHECK_FALSE(Cache(folder.root(), "b").find("one"));
}

TEST_CASE("an answer is replaced or dropped, the others stay; without news nothing is written") {
  const Workspace folder;
  fill(folder);
  {
    Cache cache(folder.root(), "a");
    CHECK_FALSE(cache.has_news());
    cache.keep("one", print(3), {}, "again");
    cache.drop("two");
    cache.keep("three", print(4), {}, "new");
    CHECK(cache.has_news());
    cache.save(folder.root());
  }
  Cache cache(folder.root(), "a");
  CHECK(cache.names().size() == 2);
  CHECK(cache.find("one")->answer == "again");
  CHECK(cache.find("three")->answer == "new");
  const auto written = fs::last_write_time(folder.file());
  cache.save(folder.root());
  CHECK(fs::last_write_time(folder.file()) == written);
}

TEST_CASE("names are found in any order, and of two answers under one name the later one") {
  const Workspace folder;
  const auto name = [](int number) { return "name " + std::to_string(number * 7919 % 1000); };
  {
    Cache cache(folder.root(), "a");
    for (int i = 0; i < 500; ++i)
      cache.keep(name(i), print(1), {}, name(i));
    cache.save(folder.root());
  }
  {
    Cache cache(folder.root(), "a");
    for (int i = 999; i >= 400; --i)
      cache.keep(name(i), print(1), {}, "new " + name(i));
    cache.keep(name(999), print(1), {}, "last");
    cache.save(folder.root());
  }
  Cache cache(folder.root(), "a");
  const std::vector<std::string_view> names = cache.names();
  REQUIRE(names.size() == 1000);
  CHECK(std::is_sorted(names.begin(), names.end()));
  for (int i = 0; i < 1000; ++i) {
    REQUIRE(cache.find(name(i)));
    CHECK(cache.find(name(i))->answer == (i < 400 ? "" : i < 999 ? "new " : "last") + (i < 999 ? name(i) : ""));
  }
  for (const std::string_view one : names)
    CHECK(cache.find(one));
  CHECK_FALSE(cache.find("name"));
  CHECK_FALSE(cache.find("z"));
}

TEST_CASE("a cache that is damaged anywhere, cut off, a link or no file is empty") {
  const Workspace folder;
  fill(folder);
  const std::string whole = folder.read(".guerdon/cache");
  for (std::size_t i = 0; i < whole.size(); ++i) {
    std::string damaged = whole;
    damaged[i] = static_cast<char>(damaged[i] ^ 0x20);
    folder.write(".guerdon/cache", damaged);
    CAPTURE(i);
    CHECK(Cache(folder.root(), "a").names().empty());
    folder.write(".guerdon/cache", whole.substr(0, i));
    CHECK(Cache(folder.root(), "a").names().empty());
  }
  folder.write("elsewhere", whole);
  fs::remove(folder.file());
  fs::create_symlink("../elsewhere", folder.file());
  CHECK(Cache(folder.root(), "a").names().empty());
  fs::remove(folder.file());
  fs::create_directory(folder.file());
  CHECK(Cache(folder.root(), "a").names().empty());
  fill(folder);
}

TEST_CASE("nobody else may read it, and where it cannot be written nothing is lost") {
  const Workspace folder;
  fill(folder);
  struct stat status {};
  REQUIRE(::stat(folder.file().c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600U);
  const Workspace bare;
  fs::remove_all(bare.path() / ".guerdon");
  fill(bare);
  CHECK_FALSE(fs::exists(bare.path() / ".guerdon"));
}

}  // namespace
}  // namespace guerdon
