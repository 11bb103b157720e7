#include "store/lock.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <optional>
#include <string>

#include "store/folder.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Folder;

TEST_CASE("Whoever comes second is told who holds the lock") {
  const Folder folder;
  const Root root(folder.path());
  const Lock first(root, "guerdon issue");
  const Error error = error_of([&] { const Lock second(root, "guerdon enroll"); });
  CHECK(error.failure() == Failure::access);
  CHECK(error.finding().message ==
        "the workspace is locked by guerdon issue (process " + std::to_string(::getpid()) + ")");
  CHECK(error.finding().hint == "wait until it is done, then run this command again");
}

TEST_CASE("A lock that was given back is free, and names nobody") {
  const Folder folder;
  const Root root(folder.path());
  std::optional<Lock> lock;
  lock.emplace(root, "guerdon issue");
  CHECK_FALSE(folder.read(".guerdon/lock").empty());
  lock.reset();
  CHECK(folder.read(".guerdon/lock").empty());
  CHECK_NOTHROW(lock.emplace(root, "guerdon enroll"));
}

TEST_CASE("A process that was killed leaves no lock behind") {
  const Folder folder;
  const Root root(folder.path());
  int ready[2];
  REQUIRE(::pipe(ready) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const Lock lock(root, "guerdon issue");
    static_cast<void>(::write(ready[1], "x", 1));
    ::pause();
    ::_exit(0);
  }
  char byte = 0;
  REQUIRE(::read(ready[0], &byte, 1) == 1);
  CHECK(error_of([&] { const Lock lock(root, "guerdon enroll"); }).finding().message ==
        "the workspace is locked by guerdon issue (process " + std::to_string(child) + ")");
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  ::close(ready[0]);
  ::close(ready[1]);
  CHECK_NOTHROW(const Lock lock(root, "guerdon enroll"));
}

TEST_CASE("Whoever holds the lock alone removes what a holder that died left; a part leaves it to them") {
  const Folder folder;
  const Root root(folder.path());
  const Shard first{1, 2};
  { const Lock lock(root, "guerdon issue", first); }
  folder.write(".guerdon/lock-1-of-2", "guerdon issue --shard 1/2 (process 4711)");
  folder.write("people/.guerdon-4711-1.part", "half");
  { const Lock lock(root, "guerdon issue", first); }
  CHECK(folder.read("people/.guerdon-4711-1.part") == "half");
  {
    const Lock lock(root, "guerdon enroll");
    CHECK_FALSE(std::filesystem::exists(folder.path() / "people/.guerdon-4711-1.part"));
  }
  CHECK(folder.read(".guerdon/lock-1-of-2").empty());
  folder.write("people/.guerdon-4711-1.part", "half");
  { const Lock lock(root, "guerdon enroll"); }
  CHECK(folder.read("people/.guerdon-4711-1.part") == "half");
}

TEST_CASE("A lock that is a link, a pipe or a folder is none, and nothing is written through it") {
  const Folder outside;
  outside.write("precious", "kept\n");
  const Folder folder;
  const Root root(folder.path());
  std::filesystem::create_directory(folder.path() / ".guerdon");
  const auto file = folder.path() / ".guerdon/lock";
  const auto refused = [&] { return error_of([&] { const Lock lock(root, "guerdon issue"); }).failure(); };
  std::filesystem::create_symlink(outside.path() / "precious", file);
  CHECK(refused() == Failure::access);
  CHECK(outside.read("precious") == "kept\n");
  std::filesystem::remove(file);
  REQUIRE(::mkfifo(file.c_str(), 0600) == 0);
  CHECK(refused() == Failure::access);
  std::filesystem::remove(file);
  std::filesystem::create_directory(file);
  CHECK(refused() == Failure::access);
}

TEST_CASE("Parts of one batch hold the lock together, each part once") {
  const Folder folder;
  const Root root(folder.path());
  const Lock first(root, "guerdon render", Shard{1, 2});
  CHECK_NOTHROW(const Lock second(root, "guerdon render", Shard{2, 2}));
  CHECK(error_of([&] {
          const Lock again(root, "guerdon render", Shard{1, 2});
        })
            .finding()
            .message ==
        "the workspace is locked by guerdon render --shard 1/2 (process " + std::to_string(::getpid()) + ")");
}

TEST_CASE("A part keeps out whoever wants all, and parts of another count") {
  const Folder folder;
  const Root root(folder.path());
  {
    const Lock part(root, "guerdon issue", Shard{1, 2});
    CHECK_THROWS_AS(const Lock all(root, "guerdon enroll"), Error);
    CHECK_THROWS_AS(const Lock other(root, "guerdon issue", Shard({3, 3})), Error);
  }
  const Lock all(root, "guerdon enroll");
  CHECK_THROWS_AS(const Lock part(root, "guerdon issue", Shard({1, 2})), Error);
}

TEST_CASE("A part that looks for parts of another count is in the way of no other that looks") {
  const Folder folder;
  const Root root(folder.path());
  folder.write(".guerdon/lock-1-of-3", "");
  const int looking = ::open((folder.path() / ".guerdon/lock-1-of-3").c_str(), O_RDONLY | O_CLOEXEC);
  REQUIRE(::flock(looking, LOCK_SH | LOCK_NB) == 0);
  CHECK_NOTHROW(const Lock part(root, "guerdon issue", Shard({1, 2})));
  ::close(looking);
}

TEST_CASE("Two workspaces are locked apart") {
  const Folder one;
  const Folder two;
  const Lock first(Root(one.path()), "guerdon issue");
  CHECK_NOTHROW(const Lock second(Root(two.path()), "guerdon issue"));
}

TEST_CASE("A lock whose folder is a file cannot be taken") {
  const Folder folder;
  folder.write(".guerdon", "a file\n");
  const Root root(folder.path());
  const Error error = error_of([&] { const Lock lock(root, "guerdon issue"); });
  CHECK(error.failure() == Failure::access);
  CHECK(error.finding().message ==
        "cannot lock the workspace: `" + (folder.path() / ".guerdon/lock").string() + "`: not a directory");
}

}  // namespace
}  // namespace guerdon
