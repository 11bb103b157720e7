#include "store/file.h"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <grp.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

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

TEST_CASE("A file holds a PDF when it begins and ends as one, with little behind the end") {
  const Folder folder;
  const std::string middle(5000, 'x');
  const struct {
    std::string bytes;
    bool whole;
  } files[] = {
      {"", false},
      {"%PDF-1.7\n" + middle, false},
      {"PDF\n" + middle + "%%EOF\n", false},
      {"%PDF-1.7\n%%EOF\n" + middle, false},
      {"%PDF-1.7\n" + middle + "%%EOF\n", true},
      {"%PDF-1.7\n%%EOF\n", true},
  };
  for (const auto& [bytes, whole] : files) {
    CAPTURE(bytes.substr(0, 20));
    folder.write("a.pdf", bytes);
    CHECK(holds_pdf(folder.path() / "a.pdf") == whole);
  }
  CHECK_FALSE(holds_pdf(folder.path() / "b.pdf"));
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

TEST_CASE("What lies in a folder is listed in order, and a folder that cannot be listed is not an empty one") {
  const Folder folder;
  folder.write("b", "");
  folder.write("a/x", "");
  folder.write(".c", "");
  CHECK(names_in(folder.path()) == std::vector<std::string>{".c", "a", "b"});
  CHECK(names_in(folder.path() / "missing").empty());
  CHECK(error_of([&] { names_in(folder.path() / "b"); }).finding().message ==
        "cannot list `" + (folder.path() / "b").string() + "`: not a directory");
}

TEST_CASE("A pipe, a folder and a link to itself are no PDF, and nothing waits for them") {
  const Folder folder;
  REQUIRE(::mkfifo((folder.path() / "pipe.pdf").c_str(), 0600) == 0);
  fs::create_directory(folder.path() / "folder.pdf");
  fs::create_symlink("loop.pdf", folder.path() / "loop.pdf");
  for (const char* name : {"pipe.pdf", "folder.pdf", "loop.pdf"})
    CHECK_FALSE(holds_pdf(folder.path() / name));
}

TEST_CASE("A file that is far too long is refused before a byte of it is read") {
  const Folder folder;
  folder.write("huge.yaml", "");
  fs::resize_file(folder.path() / "huge.yaml", std::uintmax_t{1} << 42U);
  const Root root(folder.path());
  CHECK(error_of([&] { read_record(root, "huge.yaml"); }).finding().message ==
        "the file has 4398046511104 bytes, one of its kind has at most 64000000");
  CHECK(error_of([&] { read_file(folder.path() / "huge.yaml"); }).finding().message ==
        "cannot read `" + (folder.path() / "huge.yaml").string() + "`: file too large");
  folder.write("long.yaml", "12345");
  CHECK(error_of([&] { read_record(root, "long.yaml", 4); }).finding().where.path == "long.yaml");
  CHECK(read_record(root, "long.yaml", 5) == "12345");
}

TEST_CASE("What cannot be read is named with the system's reason") {
  const Folder folder;
  const auto message = [&](const fs::path& file) { return error_of([&] { read_file(file); }).finding().message; };
  const fs::path missing = folder.path() / "missing";
  CHECK(message(missing) == "cannot read `" + missing.string() + "`: no such file or directory");
  CHECK(message(folder.path()) == "cannot read `" + folder.path().string() + "`: is a directory");
}

TEST_CASE("A file that grows longer than it said is read to its end") {
  // Files below /proc say that they hold nothing.
  CHECK(read_file("/proc/self/status").starts_with("Name:"));
}

TEST_CASE("The workspace is the nearest folder at or above that holds a guerdon.yaml") {
  const Folder folder;
  folder.write("guerdon.yaml", "");
  folder.write("inner/guerdon.yaml", "");
  folder.write("inner/cases/2026/x.yaml", "");
  folder.write("cases/2026/x.yaml", "");
  const auto found = [&](const char* start) { return Root::find(folder.path() / start).folder(); };
  CHECK(found(".") == folder.path());
  CHECK(found("cases/2026") == folder.path());
  CHECK(found("inner/cases/2026") == folder.path() / "inner");
}

TEST_CASE("Outside of every workspace the next commands are told") {
  const Folder folder;
  const Error error = error_of([&] { Root::find(folder.path()); });
  CHECK(error.failure() == Failure::usage);
  CHECK(error.finding().message ==
        "no workspace here: neither `" + folder.path().string() + "` nor a folder above it holds a guerdon.yaml");
  CHECK(error.finding().hint == "go to your workspace, name it with -C FOLDER, or make one: guerdon init FOLDER");
}

TEST_CASE("A path out of the workspace is refused, through a link too") {
  const Folder outside;
  outside.write("secret.yaml", "secret\n");
  const Folder folder;
  fs::create_symlink(outside.path(), folder.path() / "people");
  fs::create_symlink(outside.path() / "secret.yaml", folder.path() / "file.yaml");
  fs::create_symlink(outside.path() / "not-there.yaml", folder.path() / "dangling.yaml");
  // A folder beside it whose name begins with this one's.
  const std::string sibling = "../" + folder.path().filename().string() + "-other/x.yaml";
  const Root root(folder.path());
  for (const std::string& path :
       {std::string("people/secret.yaml"), std::string("file.yaml"), std::string("dangling.yaml"), std::string("../x"),
        std::string("cases/../../x"), std::string("/etc/passwd"), sibling}) {
    CAPTURE(path);
    const Error error = error_of([&] { static_cast<void>(root.resolve(path)); });
    CHECK(error.failure() == Failure::access);
    CHECK(error.finding().where.path == path);
    CHECK(error.finding().message == "this leads out of the workspace");
  }
}

TEST_CASE("A link within the workspace leads to its file") {
  const Folder folder;
  folder.write("people/p-1.yaml", "x");
  fs::create_symlink("people", folder.path() / "persone");
  const Root root(folder.path());
  CHECK(root.resolve("persone/p-1.yaml") == folder.path() / "people/p-1.yaml");
  CHECK(root.relative(root.resolve("persone/p-1.yaml")) == "people/p-1.yaml");
  CHECK(root.resolve("cases/new/x.yaml") == folder.path() / "cases/new/x.yaml");
}

}  // namespace
}  // namespace guerdon
