#include "store/load.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "base/json.h"
#include "store/folder.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;
using test::error_of;
using test::Folder;
using test::source_text;

const Date today = *Date::parse("2026-08-29");

/// The network's sample workspace, which holds two certificates of one case, to be spoilt at will.
struct Records : Folder {
  Records() {
    const fs::path sample = fs::path(GUERDON_SOURCE_DIR) / "examples/network-sample";
    fs::copy(sample, path(), fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  }
  [[nodiscard]] Root root() const { return Root(path()); }
};

std::string listed(const Diagnostics& findings) {
  std::string out;
  for (const Diagnostic& finding : findings.items())
    out += finding.where.path + ": " + finding.message + '\n';
  return out;
}

std::string case_id_of(const Root& root) { return fs::path(case_paths(root).front()).stem().string(); }
std::string person_id_of(const Folder& folder) {
  return fs::directory_iterator(folder.path() / "people")->path().stem().string();
}

TEST_CASE("The name of an event is a certificate's id and a number") {
  const auto name = event_name("events/8VVG-PXYB-XDH4-EJYG-12.yaml");
  REQUIRE(name);
  CHECK(name->certificate == "8VVG-PXYB-XDH4-EJYG");
  CHECK(name->number == 12);
  for (const char* other :
       {"events/8VVG-PXYB-XDH4-EJYG.yaml", "events/8VVG-PXYB-XDH4-EJYG-0.yaml", "events/8VVG-PXYB-XDH4-EJYG-01.yaml",
        "events/8VVG-PXYB-XDH4-EJYG-.yaml", "events/8VVG-PXYB-XDH4-EJYG-1a.yaml",
        "events/8VVG-PXYB-XDH4-EJYG-1000.yaml", "events/8vvg-pxyb-xdh4-ejyg-1.yaml", "events/letter.yaml"}) {
    CAPTURE(other);
    CHECK_FALSE(event_name(other));
  }
}

TEST_CASE("The events of a certificate are loaded in the order of their numbers") {
  const Records records;
  for (const int number : {10, 2, 1}) {
    records.write("events/8VVG-PXYB-XDH4-EJYG-" + std::to_string(number) + ".yaml",
                  "format: event/1\ncertificate: 8VVG-PXYB-XDH4-EJYG\nevent: suspended\non: 2026-09-01\n"
                  "by: [somebody]\nreason: error\n");
  }
  Diagnostics findings;
  const World world = load_world(records.root(), today, {false, {}, {}}, findings);
  CHECK(listed(findings).empty());
  REQUIRE(world.events.size() == 1);
  const auto& events = world.events.begin()->second;
  REQUIRE(events.size() == 3);
  CHECK(events[0].number == 1);
  CHECK(events[1].number == 2);
  CHECK(events[2].number == 10);
}

TEST_CASE("A whole workspace loads without a finding") {
  const Records records;
  Diagnostics findings;
  const World world = load_world(records.root(), today, {}, findings);
  CHECK(listed(findings).empty());
  CHECK(world.today == today);
  CHECK(world.people.size() == 1);
  CHECK(world.schemes.count("glore-1") == 1);
  CHECK(world.issued.size() == certificate_paths(records.root()).size());
  CHECK(world.case_paths.size() == 1);
}

TEST_CASE("Out of scope, no person and no certificate is read") {
  const Records records;
  records.write("people/p-00000000.yaml", "{ damaged");
  Diagnostics findings;
  const World world = load_world(records.root(), today, {false, {"2020-00000000"}, {"p-11111111"}}, findings);
  CHECK(listed(findings).empty());
  CHECK(world.people.empty());
  CHECK(world.issued.empty());
  CHECK(world.case_paths.size() == 1);
  CHECK_FALSE(world.organisations.empty());
}

TEST_CASE("In scope are the people and the certificates of the cases that are named") {
  const Records records;
  const std::string id = case_id_of(records.root());
  Diagnostics findings;
  const World world = load_world(records.root(), today, {false, {id}, {person_id_of(records)}}, findings);
  CHECK(world.people.size() == 1);
  CHECK(world.issued.count(id) == certificate_paths(records.root()).size());
}

TEST_CASE("A record that is named otherwise than its id is reported where the id stands") {
  const Records records;
  const std::string id = person_id_of(records);
  fs::rename(records.path() / "people" / (id + ".yaml"), records.path() / "people/p-00000000.yaml");
  Diagnostics findings;
  load_world(records.root(), today, {}, findings);
  REQUIRE(findings.items().size() == 1);
  const Diagnostic& finding = findings.items().front();
  CHECK(finding.where.path == "people/p-00000000.yaml");
  CHECK(finding.where.place.line > 0);
  CHECK(finding.message == "the file is named `p-00000000`, its id is `" + id + "`");
  CHECK(finding.hint == "rename the file, or mend the id");
}

TEST_CASE("A case that is named otherwise than its id is reported") {
  const Records records;
  const Root root = records.root();
  const std::string path = case_paths(root).front();
  const std::string id = case_id_of(root);
  fs::rename(records.path() / path, records.path() / "cases/2021/2021-00000000.yaml");
  Diagnostics findings;
  const World world = load_world(root, today, {}, findings);
  load_case(root, "cases/2021/2021-00000000.yaml", world, findings);
  CHECK(listed(findings) ==
        "cases/2021/2021-00000000.yaml: the file is named `2021-00000000`, its id is `" + id + "`\n");
}

TEST_CASE("A scheme whose folder is named otherwise is reported") {
  const Records records;
  fs::rename(records.path() / "schemes/glore-1", records.path() / "schemes/glore-2");
  Diagnostics findings;
  load_world(records.root(), today, {}, findings);
  CHECK(listed(findings) ==
        "schemes/glore-2/scheme.yaml: this is the scheme `glore-1`, its folder is `schemes/glore-2`\n");
}

TEST_CASE("Damaged facts are reported with the byte, and the others are read") {
  const Records records;
  const Root root = records.root();
  const auto paths = certificate_paths(root);
  records.write(paths.front(), "{\"award\":");
  Diagnostics findings;
  const World world = load_world(root, today, {}, findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items().front().where.path == paths.front());
  CHECK(findings.items().front().message.starts_with("the facts are damaged: "));
  CHECK(findings.items().front().message.ends_with(", byte 9"));
  CHECK(world.issued.size() == paths.size() - 1);
}

TEST_CASE("Facts that lack a member are reported, not read") {
  const Records records;
  const Root root = records.root();
  const std::string path = certificate_paths(root).front();
  records.write(path, "{\"format\":\"certificate/1\"}");
  Diagnostics findings;
  CHECK_FALSE(load_certificate(root, path, nullptr, findings).has_value());
  CHECK(findings.has_errors());
  CHECK(findings.items().front().where.path == path);
}

TEST_CASE("Facts that were edited are reported, and read so that the edit can be named") {
  const Records records;
  const Root root = records.root();
  const std::string path = certificate_paths(root).front();
  records.write(path, test::replaced(records.read(path), "\"hours\":320", "\"hours\":420"));
  Diagnostics findings;
  const auto issued = load_certificate(root, path, nullptr, findings);
  CHECK(listed(findings) ==
        path + ": the facts were edited after issue: they do not fit the digest that they were issued with\n");
  REQUIRE(issued.has_value());
  CHECK(issued->certificate.hours == 420);
}

TEST_CASE("Facts that name no case could be of any, and are read in any scope") {
  const Records records;
  const Root root = records.root();
  const std::string path = certificate_paths(root).front();
  const std::set<std::string> other{"2026-7kq3h2xd"};
  Diagnostics findings;
  CHECK_FALSE(load_certificate(root, path, &other, findings).has_value());
  CHECK(findings.empty());
  records.write(path, "");
  CHECK_FALSE(load_certificate(root, path, &other, findings).has_value());
  CHECK(listed(findings).starts_with(path + ": the facts are damaged: "));
}

TEST_CASE("Credentials, hidden files and other endings are no facts") {
  const Records records;
  const Root root = records.root();
  const auto before = certificate_paths(root);
  for (const char* name : {"A.credential.json", ".B.json", "C.pdf", ".guerdon-x1y2z3"})
    records.write(std::string("certificates/2021/") + name, "x");
  CHECK(certificate_paths(root) == before);
}

TEST_CASE("Paths come sorted by year and id") {
  const Folder folder;
  for (const char* name : {"2026/2026-b.yaml", "2025/2025-z.yaml", "2026/2026-a.yaml"})
    folder.write(std::string("cases/") + name, "x");
  CHECK(case_paths(Root(folder.path())) ==
        std::vector<std::string>{"cases/2025/2025-z.yaml", "cases/2026/2026-a.yaml", "cases/2026/2026-b.yaml"});
}

TEST_CASE("A damaged guerdon.yaml stops everything, and a misspelt key is told with the missing one") {
  const Records records;
  records.write("guerdon.yaml", "format: workspace/1\nname: X\norganisation: orto\nscheme: glore-1\nlangauge: en\n");
  const Error error = error_of([&] { load_workspace(records.root()); });
  CHECK(error.failure() == Failure::access);
  CHECK(error.finding().where.path == "guerdon.yaml");
  CHECK(error.finding().message + '\n' + error.finding().hint ==
        "the workspace has no `language`\nadd `language: …`\n"
        "line 5: `langauge` is not a key of the workspace; did you mean `language`?");
}

TEST_CASE("A record that leads out of the workspace is reported and not read") {
  const Folder outside;
  outside.write("p-00000000.yaml", source_text("tests/rules/base/people/p-8h2m4c9w.yaml"));
  const Records records;
  fs::create_symlink(outside.path() / "p-00000000.yaml", records.path() / "people/p-00000000.yaml");
  Diagnostics findings;
  const World world = load_world(records.root(), today, {}, findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].where.path == "people/p-00000000.yaml");
  CHECK_FALSE(world.people.contains("p-00000000"));
}

TEST_CASE("A folder, a link to nothing and a pipe among the records are reported, and the others are read") {
  const Records records;
  const fs::path people = records.path() / "people";
  fs::create_directory(people / "folder.yaml");
  fs::create_symlink("nowhere.yaml", people / "link.yaml");
  REQUIRE(::mkfifo((people / "pipe.yaml").c_str(), 0600) == 0);
  Diagnostics findings;
  const World world = load_world(records.root(), today, {}, findings);
  std::string told;
  for (const Diagnostic& finding : findings.items())
    told += finding.where.path + ": " + finding.message + '\n';
  CHECK(told ==
        "people/folder.yaml: a folder stands where a file is expected\n"
        "people/link.yaml: this leads out of the workspace\n"
        "people/pipe.yaml: this is no file that holds text\n");
  CHECK_FALSE(world.people.empty());
}

TEST_CASE("A scheme's folder that leads out of the workspace is reported, and the records are read") {
  const Folder outside;
  const Records records;
  fs::create_directories(records.path() / "schemes");
  fs::create_directory_symlink(outside.path(), records.path() / "schemes/out");
  Diagnostics findings;
  const World world = load_world(records.root(), today, {}, findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].where.path == "schemes/out");
  CHECK_FALSE(world.people.empty());
}

TEST_CASE("A link to nothing does not hide the years behind it") {
  const Folder folder;
  folder.write("cases/2025/2025-a.yaml", "x");
  folder.write("cases/2026/2026-a.yaml", "x");
  for (const char* name : {"1", "2", "3", "4"})
    fs::create_symlink("nowhere", folder.path() / "cases" / name);
  CHECK(case_paths(Root(folder.path())).size() == 2);
}

}  // namespace
}  // namespace guerdon
