#include "flow/init.h"

#include <doctest/doctest.h>

#include "flow/check.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Folder;
using test::listed;

NewWorkspace wanted(const Folder& folder) {
  NewWorkspace out;
  out.folder = folder.path();
  out.data_folder = GUERDON_SOURCE_DIR;
  out.organisation = "Orto Sociale d'Özgür";
  out.place = "Torino";
  out.country = "IT";
  out.coordinator = "Łucja Bianchi";
  out.since = *Date::parse("2024-01-01");
  return out;
}

TEST_CASE("A new workspace holds its records, its scheme and its schemas, and checks green") {
  const Folder folder;
  const auto written = init_workspace(wanted(folder));
  const Checked checked = check(Root(folder.path()), {.today = test::today}, test::importer());
  CHECK(listed(checked.findings).empty());
  CHECK(checked.organisations == 1);
  for (const char* file : {"guerdon.yaml", "organisations/orto-sociale-d-ozgur.yaml", "schemes/glore-1/scheme.yaml",
                           "schemes/glore-1/text/en.yaml", ".guerdon/schemas/case-glore-1.json", ".gitignore",
                           ".gitattributes", ".editorconfig"}) {
    CAPTURE(file);
    CHECK(folder.holds(file));
    CHECK(std::count(written.begin(), written.end(), file) == 1);
  }
  CHECK(written.size() == folder.files().size());
  CHECK(written.back() == "guerdon.yaml");
}

TEST_CASE("Schemes are named by folder or by id, and the first is that of new cases") {
  const Folder folder;
  NewWorkspace both = wanted(folder);
  both.schemes = {"lever-up-1", "glore"};
  init_workspace(both);
  CHECK(folder.holds("schemes/lever-up-1/scheme.yaml"));
  CHECK(folder.holds("schemes/glore-1/scheme.yaml"));
  CHECK(folder.read("guerdon.yaml").find("scheme: lever-up\n") != std::string::npos);
  NewWorkspace unknown = wanted(folder);
  unknown.force = true;
  const Folder other;
  unknown.folder = other.path();
  unknown.schemes = {"youthpass"};
  CHECK(error_of([&] { init_workspace(unknown); }).finding().message == "no scheme `youthpass` came with guerdon");
  CHECK(other.files().empty());
}

TEST_CASE("Evidence stays out of git where a scheme has portfolios, unless it is tracked") {
  const auto made = [](std::vector<std::string> schemes, bool tracked) {
    const Folder folder;
    NewWorkspace workspace = wanted(folder);
    workspace.schemes = std::move(schemes);
    workspace.evidence_tracked = tracked;
    init_workspace(workspace);
    return folder.read("guerdon.yaml") + folder.read(".gitignore");
  };
  CHECK(made({}, false).find("evidence") == std::string::npos);
  CHECK(made({"lever-up"}, false).find("evidence: local\n") != std::string::npos);
  CHECK(made({"lever-up"}, false).find("\n/evidence/\n") != std::string::npos);
  CHECK(made({"lever-up"}, true).find("evidence: tracked\n") != std::string::npos);
  CHECK(made({"lever-up"}, true).find("/evidence/") == std::string::npos);
}

TEST_CASE("No attribute of git merges records by lines of both sides") {
  const Folder folder;
  init_workspace(wanted(folder));
  CHECK(folder.read(".gitattributes").find("union") == std::string::npos);
}

TEST_CASE("A folder that holds something is refused and named, and stays as it is") {
  const Folder folder;
  folder.write("notes.txt", "mine\n");
  const Error error = error_of([&] { init_workspace(wanted(folder)); });
  CHECK(error.failure() == Failure::refused);
  CHECK(error.finding().message == "the folder `" + folder.path().string() + "` is not empty: it holds `notes.txt`");
  CHECK(folder.files() == std::map<std::string, std::string>{{"notes.txt", "mine\n"}});
}

TEST_CASE("A folder that git was begun in counts as empty") {
  const Folder folder;
  folder.write(".git/HEAD", "ref: refs/heads/main\n");
  CHECK_NOTHROW(init_workspace(wanted(folder)));
  CHECK(folder.holds("guerdon.yaml"));
}

TEST_CASE("Forced, a file that exists is kept as it is") {
  const Folder folder;
  const std::string organisation = "organisations/orto-sociale-d-ozgur.yaml";
  folder.write(organisation, "mine\n");
  folder.write(".editorconfig", "and mine\n");
  NewWorkspace forced = wanted(folder);
  forced.force = true;
  const auto written = init_workspace(forced);
  CHECK(folder.read(organisation) == "mine\n");
  CHECK(folder.read(".editorconfig") == "and mine\n");
  CHECK(std::count(written.begin(), written.end(), organisation) == 0);
  CHECK(folder.holds("guerdon.yaml"));
}

TEST_CASE("Forced, a .gitignore that exists gets the lines that it lacks, and keeps its own") {
  const Folder folder;
  folder.write(".gitignore", "*.tmp\r\n/people/\r\nlast");
  NewWorkspace forced = wanted(folder);
  forced.force = true;
  forced.people_tracked = false;
  const auto written = init_workspace(forced);
  CHECK(folder.read(".gitignore") ==
        "*.tmp\r\n/people/\r\nlast\n# "
        "guerdon\n/.guerdon/*\n!/.guerdon/schemas/\n.guerdon-*.part\n/certificates/**/*.pdf\n"
        "/certificates/**/*.json\n");
  CHECK(std::count(written.begin(), written.end(), ".gitignore") == 1);
}

TEST_CASE("Forced, a .gitattributes that exists learns not to change the line ends of facts") {
  const Folder folder;
  folder.write(".gitattributes", "*.png binary\n");
  NewWorkspace forced = wanted(folder);
  forced.force = true;
  init_workspace(forced);
  const std::string now = folder.read(".gitattributes");
  CHECK(now.starts_with("*.png binary\n"));
  CHECK(now.find("certificates/") != std::string::npos);
}

TEST_CASE("A workspace in another is refused with the outer one, unless forced") {
  const Folder folder;
  init_workspace(wanted(folder));
  NewWorkspace inner = wanted(folder);
  inner.folder = folder.path() / "sub";
  const Error error = error_of([&] { init_workspace(inner); });
  CHECK(error.finding().message ==
        "`" + inner.folder.string() + "` lies in the workspace `" + folder.path().string() + "`");
  inner.force = true;
  CHECK_NOTHROW(init_workspace(inner));
}

TEST_CASE("A workspace is never made over, not even forced") {
  const Folder folder;
  init_workspace(wanted(folder));
  const auto before = folder.files();
  NewWorkspace forced = wanted(folder);
  forced.force = true;
  forced.organisation = "Another";
  const Error error = error_of([&] { init_workspace(forced); });
  CHECK(error.finding().message == "`" + folder.path().string() + "` is a workspace already");
  CHECK(folder.files() == before);
}

TEST_CASE("Kept local, git ignores people and facts, not their digests") {
  const Folder tracked;
  const Folder local;
  NewWorkspace wanted_local = wanted(local);
  wanted_local.people_tracked = false;
  init_workspace(wanted(tracked));
  init_workspace(wanted_local);
  for (const Folder* folder : {&tracked, &local}) {
    folder->write("people/p-8h2m4c9w.yaml", "x");
    folder->write("certificates/2026/A.json", "x");
    folder->write("certificates/2026/A.sha256", "x");
    folder->write("certificates/2026/A.pdf", "x");
    folder->write(".guerdon/lock", "x");
  }
  const auto kept = [](const Folder& folder) {
    const std::string in = "cd '" + folder.path().string() + "' && ";
    return test::output_of(in +
                           "git init -q && git ls-files --others --exclude-standard people certificates .guerdon/lock");
  };
  CHECK(kept(tracked) == "certificates/2026/A.json\ncertificates/2026/A.sha256\npeople/p-8h2m4c9w.yaml\n");
  CHECK(kept(local) == "certificates/2026/A.sha256\n");
  CHECK_FALSE(load_workspace(Root(local.path())).people_tracked);
}

TEST_CASE("What is told wrong is refused before anything is written") {
  const struct {
    void (*spoil)(NewWorkspace&);
    const char* message;
  } faults[] = {
      {[](NewWorkspace& w) { w.organisation = "Ορτο"; }, "no id can be made from the name `Ορτο`"},
      {[](NewWorkspace& w) { w.organisation_id = "Orto"; }, "`Orto` is not an id"},
      {[](NewWorkspace& w) { w.coordinator_id = "luca--bianchi"; }, "`luca--bianchi` is not an id"},
      {[](NewWorkspace& w) { w.country = "Italy"; }, "`Italy`"},
      {[](NewWorkspace& w) { w.verify = "ftp://x"; }, "the address must begin with `https://`"},
  };
  for (const auto& [spoil, message] : faults) {
    const Folder folder;
    NewWorkspace bad = wanted(folder);
    spoil(bad);
    const Error error = error_of([&] { init_workspace(bad); });
    CHECK(error.failure() == Failure::usage);
    CHECK_MESSAGE(error.finding().message.starts_with(message), error.finding().message);
    CHECK(folder.files().empty());
  }
}

TEST_CASE("Without what came with the program nothing is written") {
  const Folder folder;
  const Folder nothing;
  NewWorkspace bad = wanted(folder);
  bad.data_folder = nothing.path();
  CHECK(error_of([&] { init_workspace(bad); }).failure() == Failure::access);
  CHECK(folder.files().empty());
}

}  // namespace
}  // namespace guerdon
