#include "flow/scheme_versions.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Folder;
using test::Office;
using test::replaced;
using test::today;

/// A guerdon that came with an edited GloRe.
struct Newer : Folder {
  explicit Newer(const std::string& version) {
    const std::filesystem::path source = GUERDON_SOURCE_DIR;
    std::filesystem::create_directories(path() / "templates");
    std::filesystem::copy(source / "templates/glore", path() / "templates/glore",
                          std::filesystem::copy_options::recursive);
    std::filesystem::copy(source / "schemas", path() / "schemas");
    std::string text = replaced(read("templates/glore/scheme.yaml"), "days: 20\n", "days: 30\n");
    write("templates/glore/scheme.yaml", replaced(text, "version: \"1\"", "version: \"" + version + "\""));
  }
};

std::map<std::string, std::string> without(std::map<std::string, std::string> files, const std::string& folder) {
  std::erase_if(files, [&](const auto& file) { return file.first.starts_with(folder); });
  return files;
}

TEST_CASE("What is in the workspace as it came is not taken in again") {
  const Office office;
  const auto before = office.files();
  const NewVersion same = update_scheme(office.root, GUERDON_SOURCE_DIR, "glore", today, false);
  CHECK(same.id.empty());
  CHECK(same.from == "glore-1");
  CHECK(without(office.files(), ".guerdon/lock") == without(before, ".guerdon/lock"));
}

TEST_CASE("A newer scheme becomes a version of its own number, or the next, and nothing else changes") {
  for (const std::string version : {"1", "2", "7"}) {
    CAPTURE(version);
    const Office office;
    const auto before = office.files();
    const Newer newer(version);
    const std::string id = version == "7" ? "glore-7" : "glore-2";
    const NewVersion made = update_scheme(office.root, newer.path(), "glore", today, false);
    CHECK(made.id == id);
    REQUIRE(made.changes.size() == 1);
    CHECK(made.changes[0].text == "days was 20, is 30");
    CHECK(without(without(office.files(), "schemes/" + id + '/'), ".guerdon/") == without(before, ".guerdon/"));
    Diagnostics findings;
    const SchemeVersions own = own_schemes(office.root, today, findings);
    CHECK(findings.empty());
    CHECK(own.at(id).find_rule("participation.days")->number("days") == 30);
    CHECK(own.at("glore-1").find_rule("participation.days")->number("days") == 20);
    CHECK(update_scheme(office.root, newer.path(), "glore", today, false).id.empty());
  }
}

TEST_CASE("A scheme that the workspace does not hold is taken in as it is called") {
  const Office office;
  const NewVersion made = update_scheme(office.root, GUERDON_SOURCE_DIR, "lever-up", today, false);
  CHECK(made.id == "lever-up-1");
  CHECK(made.changes.empty());
  CHECK(office.read("schemes/lever-up-1/scheme.yaml") == test::source_text("templates/lever-up/scheme.yaml"));
  CHECK(error_of([&] { update_scheme(office.root, GUERDON_SOURCE_DIR, "youthpass", today, false); }).failure() ==
        Failure::usage);
}

TEST_CASE("A copy differs in its version alone, and editors know its cases") {
  const Office office;
  const NewVersion made = copy_scheme(office.root, "glore", today, false);
  CHECK(made.id == "glore-2");
  CHECK(made.from == "glore-1");
  CHECK(made.changes.empty());
  CHECK(made.paths == std::vector<std::string>{".guerdon/schemas/case-glore-2.json", "schemes/glore-2"});
  CHECK(office.read("schemes/glore-2/scheme.yaml") ==
        replaced(office.read("schemes/glore-1/scheme.yaml"), "version: \"1\"", "version: \"2\""));
  CHECK(office.read("schemes/glore-2/text/it.yaml") == office.read("schemes/glore-1/text/it.yaml"));
  const std::string schema = office.read(".guerdon/schemas/case-glore-2.json");
  CHECK(schema.find("\"const\": \"glore-2\"") != std::string::npos);
  CHECK(schema.find("glore-1") == std::string::npos);
  CHECK(copy_scheme(office.root, "glore-1", today, false).id == "glore-3");
  CHECK(error_of([&] { copy_scheme(office.root, "lever-up", today, false); }).finding().hint ==
        "it has `glore-1`, `glore-2` or `glore-3`");
}

TEST_CASE("A dry run writes nothing and says the same") {
  const Office office;
  const auto before = office.files();
  CHECK(copy_scheme(office.root, "glore", today, true).paths.size() == 2);
  CHECK(update_scheme(office.root, Newer("2").path(), "glore", today, true).id == "glore-2");
  CHECK(office.files() == before);
}

TEST_CASE("A version that no line of its own says cannot be counted up") {
  const Office office;
  const std::string path = "schemes/glore-1/scheme.yaml";
  office.write(path, replaced(office.read(path), "version: \"1\"", "\"version\": \"1\""));
  const Error error = error_of([&] { copy_scheme(office.root, "glore", today, false); });
  CHECK(error.failure() == Failure::refused);
  CHECK(error.finding().hint == "give `version: \"1\"` a line of its own there");
  CHECK_FALSE(office.holds("schemes/glore-2"));
}

TEST_CASE("Cases and certificates count for the version that they name") {
  const Office office;
  const FoundCase found = office.add_case();
  office.issue(found);
  office.add_case("2026-aaaaaaaa", "p-aaaaaaaa",
                  replaced(test::base_case_text(), "scheme: glore-1", "scheme: glore-9"));
  const auto uses = scheme_uses(office.root);
  CHECK(uses.at("glore-1").cases == 1);
  CHECK(uses.at("glore-1").certificates == office.issue(found).results.size());
  CHECK(uses.at("glore-9").cases == 1);
  CHECK(uses.at("glore-9").certificates == 0);
}

}  // namespace
}  // namespace guerdon
