#include "store/file.h"

#include <doctest/doctest.h>
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

TEST_CASE("A file that is written over keeps its mode; a new one has the usual one") {
  const Folder folder;
  folder.write("private", "old\n");
  ::chmod((folder.path() / "private").c_str(), 0640);
  write_file(folder.path() / "private", "new\n");
  CHECK(mode_of(folder.path() / "private") == 0640);
  const mode_t mask = ::umask(0);
  ::umask(mask);
  write_file(folder.path() / "fresh", "new\n");
  CHECK(mode_of(folder.path() / "fresh") == (0666U & ~mask));
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
