#include "store/stamp.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <thread>

#include "store/folder.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::Folder;

struct Workspace : Folder {
  Workspace() { write("guerdon.yaml", "x\n"); }
  [[nodiscard]] Root root() const { return Root(path()); }
};

std::string paths(const std::vector<StampedFile>& files) {
  std::string out;
  for (const StampedFile& file : files)
    out += file.path + (file.stamp ? " " : "! ");
  return out;
}

TEST_CASE("files are listed in a folder, in its years, or at any depth; hidden ones are not") {
  const Workspace folder;
  folder.write("cases/a.yaml", "");
  folder.write("cases/2026/b.yaml", "");
  folder.write("cases/2026/.c.yaml", "");
  folder.write("cases/2026/d.txt", "");
  folder.write("cases/2025/e.yaml", "");
  folder.write("cases/2025/deep/f.yaml", "");
  CHECK(paths(stamped_files(folder.root(), "cases", ".yaml", Depth::here)) == "cases/a.yaml ");
  CHECK(paths(stamped_files(folder.root(), "cases", ".yaml", Depth::years)) == "cases/2025/e.yaml cases/2026/b.yaml ");
  CHECK(paths(stamped_files(folder.root(), "cases", "", Depth::any)) ==
        "cases/2025/deep/f.yaml cases/2025/e.yaml cases/2026/b.yaml cases/2026/d.txt cases/a.yaml ");
  CHECK(stamped_files(folder.root(), "people", ".yaml", Depth::here).empty());
}

TEST_CASE("files come by their paths, however alike their names are") {
  const Workspace folder;
  std::vector<std::string> wanted{"people/p.yaml", "people/p-.yaml", "people/p-é.yaml", "people/p-a-long-name.yaml"};
  for (int i = 0; i < 200; ++i)
    wanted.push_back("people/p-a-long-name-" + std::to_string(i * 7919 % 200) + ".yaml");
  for (const std::string& path : wanted)
    folder.write(path, "");
  std::sort(wanted.begin(), wanted.end());
  std::vector<std::string> found;
  for (const StampedFile& file : stamped_files(folder.root(), "people", ".yaml", Depth::here))
    found.push_back(file.path);
  CHECK(found == wanted);
}

TEST_CASE("a link or a folder has no stamp, and a folder that leads out of the workspace is refused") {
  const Workspace folder;
  const Folder other;
  other.write("x.yaml", "");
  folder.write("people/a.yaml", "");
  fs::create_symlink("a.yaml", folder.path() / "people/b.yaml");
  fs::create_directories(folder.path() / "people/c.yaml");
  CHECK(paths(stamped_files(folder.root(), "people", ".yaml", Depth::here)) ==
        "people/a.yaml people/b.yaml! people/c.yaml! ");
  fs::create_directories(folder.path() / "cases");
  fs::create_directory_symlink(other.path(), folder.path() / "cases/2026");
  CHECK_THROWS_AS(stamped_files(folder.root(), "cases", ".yaml", Depth::years), Error);
}

TEST_CASE("a file that gets other bytes gets another stamp, whatever is done to its time") {
  const Workspace folder;
  folder.write("a.yaml", "one\n");
  const auto before = stamp_of(folder.root(), "a.yaml");
  REQUIRE(before);
  CHECK(stamp_of(folder.root(), "a.yaml") == before);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  const auto time = fs::last_write_time(folder.path() / "a.yaml");
  folder.write("a.yaml", "two\n");
  fs::last_write_time(folder.path() / "a.yaml", time);
  CHECK(stamp_of(folder.root(), "a.yaml") != before);
  CHECK_FALSE(stamp_of(folder.root(), "b.yaml"));
}

TEST_CASE("a stamp is settled when the file system's clock has gone on since the last change") {
  constexpr std::int64_t second = 1'000'000'000;
  const std::int64_t fine = 1000 * second + 5;
  CHECK_FALSE(is_settled({1, 1, fine, fine}, fine));
  CHECK_FALSE(is_settled({1, 1, fine, fine}, fine + second / 100));
  CHECK(is_settled({1, 1, fine, fine}, fine + second / 10));
  // Whole seconds: a clock that knows no parts of them.
  CHECK_FALSE(is_settled({1, 1, 1000 * second, 1000 * second}, 1002 * second));
  CHECK(is_settled({1, 1, 1000 * second, 1000 * second}, 1004 * second));
  // A time that was set by hand into the future.
  CHECK_FALSE(is_settled({1, 1, 2000 * second + 1, fine}, 1500 * second));
}

TEST_CASE("the file system's clock goes on, and is silent where nothing can be made") {
  const Workspace folder;
  CHECK_FALSE(file_system_time(folder.root()));
  fs::create_directories(folder.path() / ".guerdon");
  const auto before = file_system_time(folder.root());
  REQUIRE(before);
  std::this_thread::sleep_for(std::chrono::milliseconds(30));
  const auto after = file_system_time(folder.root());
  REQUIRE(after);
  CHECK(*before < *after);
  CHECK(fs::is_empty(folder.path() / ".guerdon"));
}

}  // namespace
}  // namespace guerdon
