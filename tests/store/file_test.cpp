#include "store/file.h"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/folder.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::error_of;
using test::Folder;

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
