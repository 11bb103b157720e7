#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "store/file.h"
#include "store/folder.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::error_of;
using test::Folder;
using Files = std::map<std::string, std::string>;

/// What a child process returns in which no file may grow beyond `bytes`.
template <class Act>
int exit_code_with_file_limit(rlim_t bytes, Act&& act) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(act());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

mode_t mode_of(const fs::path& file) {
  struct stat status {};
  REQUIRE(::stat(file.c_str(), &status) == 0);
  return status.st_mode & 07777U;
}

TEST_CASE("A written file holds the bytes, in folders that were missing") {
  const Folder folder;
  const std::string bytes("a\0b\n", 4);
  for (const Durability durability : {Durability::lasting, Durability::rebuildable}) {
    write_file(folder.path() / "cases/2026/x.yaml", bytes, durability);
    CHECK(folder.files() == Files{{"cases/2026/x.yaml", bytes}});
    CHECK(read_file(folder.path() / "cases/2026/x.yaml") == bytes);
  }
}

TEST_CASE("A write that the disk cuts short leaves the old content and nothing beside it") {
  const Folder folder;
  folder.write("record.yaml", "old\n");
  const int code = exit_code_with_file_limit(100, [&] {
    try {
      write_file(folder.path() / "record.yaml", std::string(5000, 'x'));
    } catch (const Error& error) {
      return error.failure() == Failure::access ? 7 : 8;
    }
    return 0;
  });
  CHECK(code == 7);
  CHECK(folder.files() == Files{{"record.yaml", "old\n"}});
}

TEST_CASE("A file whose folder is a file cannot be written, and the error names it") {
  const Folder folder;
  folder.write("cases", "a file\n");
  const fs::path target = folder.path() / "cases/x.yaml";
  const Error error = error_of([&] { write_file(target, "new\n"); });
  CHECK(error.failure() == Failure::access);
  CHECK(error.finding().message == "cannot make the folder of `" + target.string() + "`: not a directory");
  CHECK(folder.files() == Files{{"cases", "a file\n"}});
}

TEST_CASE("A folder is not written over") {
  const Folder folder;
  folder.write("x.yaml/inside", "kept\n");
  CHECK(error_of([&] { write_file(folder.path() / "x.yaml", "new\n"); }).failure() == Failure::access);
  CHECK(folder.files() == Files{{"x.yaml/inside", "kept\n"}});
}

TEST_CASE("A file that is written over keeps its mode") {
  const Folder folder;
  for (const mode_t mode : {0600U, 0640U, 0444U, 0660U}) {
    folder.write("private", "old\n");
    ::chmod((folder.path() / "private").c_str(), mode);
    write_file(folder.path() / "private", "new\n");
    CHECK(mode_of(folder.path() / "private") == mode);
    fs::remove(folder.path() / "private");
  }
}

TEST_CASE("A new file or folder is open to nobody to whom its folder is closed, and to no more than the mask lets in") {
  const Folder folder;
  const mode_t mask = ::umask(022);
  const struct {
    mode_t folder, mask, made, file;
  } cases[] = {
      {0700, 022, 0700, 0600}, {0750, 022, 0750, 0640}, {0755, 022, 0755, 0644},
      {0777, 022, 0755, 0644}, {0755, 077, 0700, 0600}, {0770, 002, 0770, 0660},
  };
  for (const auto& one : cases) {
    CAPTURE(one.folder);
    CAPTURE(one.mask);
    const fs::path place = folder.path() / fmt::format("{:o}-{:o}", one.folder, one.mask);
    fs::create_directory(place);
    ::chmod(place.c_str(), one.folder);
    ::umask(one.mask);
    write_file(place / "fresh", "new\n");
    write_file(place / "2026/inner/fresh", "new\n");
    CHECK(mode_of(place / "fresh") == one.file);
    CHECK(mode_of(place / "2026") == one.made);
    CHECK(mode_of(place / "2026/inner") == one.made);
    CHECK(mode_of(place / "2026/inner/fresh") == one.file);
  }
  ::umask(mask);
}

TEST_CASE("A file that is written over stays its owner's and its group's, or its group can read it no more") {
  if (::geteuid() != 0) return;  // only root can make files of others
  constexpr uid_t somebody = 12345;
  constexpr gid_t group = 23456;
  const Folder folder;
  folder.write("theirs", "old\n");
  REQUIRE(::chown((folder.path() / "theirs").c_str(), somebody, group) == 0);
  ::chmod((folder.path() / "theirs").c_str(), 0640);
  write_file(folder.path() / "theirs", "by root\n");
  struct stat status {};
  REQUIRE(::stat((folder.path() / "theirs").c_str(), &status) == 0);
  CHECK(status.st_uid == somebody);
  CHECK(status.st_gid == group);
  CHECK((status.st_mode & 07777U) == 0640);

  REQUIRE(::chown(folder.path().c_str(), somebody, somebody) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    if (::setgroups(0, nullptr) != 0 || ::setresgid(somebody, somebody, somebody) != 0) ::_exit(2);
    if (::setresuid(somebody, somebody, somebody) != 0) ::_exit(3);
    try {
      write_file(folder.path() / "theirs", "by the owner\n");
    } catch (const Error&) {
      ::_exit(4);
    }
    ::_exit(0);
  }
  int end = -1;
  ::waitpid(child, &end, 0);
  REQUIRE(end == 0);
  REQUIRE(::stat((folder.path() / "theirs").c_str(), &status) == 0);
  CHECK(status.st_gid == somebody);
  CHECK((status.st_mode & 07777U) == 0600);
  CHECK(folder.read("theirs") == "by the owner\n");
}

TEST_CASE("What a killed write left is removed wherever it lies, and nothing else") {
  const Folder folder;
  const Files kept{{".git/.guerdon-1-1.part", "git's"}, {".guerdon-.part", "a"},   {".guerdon-notes", "b"},
                   {"people/.guerdon-x.part", "c"},     {"guerdon-1-1.part", "d"}, {"people/p.yaml", "e"}};
  for (const auto& [path, bytes] : kept)
    folder.write(path, bytes);
  folder.write(".guerdon-4711-1.part", "half");
  folder.write("people/.guerdon-4711-12.part", "half");
  folder.write("cases/2026/.guerdon-1-1.part", "");
  const Folder outside;
  outside.write(".guerdon-1-1.part", "theirs");
  fs::create_symlink(outside.path(), folder.path() / "link");
  remove_unfinished(Root(folder.path()));
  CHECK(folder.read("people/p.yaml") == "e");
  CHECK(outside.read(".guerdon-1-1.part") == "theirs");
  fs::remove(folder.path() / "link");
  CHECK(folder.files() == kept);
}

TEST_CASE("A folder appears whole, or not at all") {
  const Folder folder;
  write_folder(folder.path() / "schemes/a-2", {{"scheme.yaml", "s"}, {"text/en.yaml", "t"}});
  CHECK(folder.files() == Files{{"schemes/a-2/scheme.yaml", "s"}, {"schemes/a-2/text/en.yaml", "t"}});
  const Error there = error_of([&] { write_folder(folder.path() / "schemes/a-2", {{"other", ""}}); });
  CHECK(there.failure() == Failure::refused);
  CHECK(there.finding().message == "`" + (folder.path() / "schemes/a-2").string() + "` is there already");
  // The second file cannot lie below the first, which is no folder.
  error_of([&] { write_folder(folder.path() / "schemes/a-3", {{"text", "t"}, {"text/en.yaml", "t"}}); });
  CHECK(folder.files() == Files{{"schemes/a-2/scheme.yaml", "s"}, {"schemes/a-2/text/en.yaml", "t"}});
  CHECK(names_in(folder.path() / "schemes") == std::vector<std::string>{"a-2"});
}

TEST_CASE("A folder that a killed process left unfinished is removed with what it holds, and no other") {
  const Folder folder;
  folder.write("schemes/.guerdon-7-1.part/text/en.yaml", "t");
  folder.write("schemes/.guerdon-seven.part/scheme.yaml", "s");
  remove_unfinished(Root(folder.path()));
  CHECK(folder.files() == Files{{"schemes/.guerdon-seven.part/scheme.yaml", "s"}});
}

TEST_CASE("A content in many parts, small and large, is written as one") {
  const Folder folder;
  std::string whole;
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i)
    texts.emplace_back(static_cast<std::size_t>(i % 7 == 0 ? 300'000 : i), static_cast<char>('a' + i % 26));
  for (const std::string& text : texts)
    whole += text;
  const std::vector<std::string_view> parts(texts.begin(), texts.end());
  write_file(folder.path() / "a", parts, Durability::rebuildable);
  CHECK(folder.read("a") == whole);
  write_file(folder.path() / "a", std::vector<std::string_view>{}, Durability::rebuildable);
  CHECK(folder.read("a").empty());
}

}  // namespace
}  // namespace guerdon
