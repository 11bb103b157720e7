#include "flow/evidence.h"

#include <doctest/doctest.h>

#include <filesystem>

#include "base/sha256.h"
#include "flow/validation_path.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Folder;

constexpr const char* rota = "evidence/2026-7kq3h2xd/rota.pdf";

/// A workspace with the case of tests/rules/lever-up, which names one file whose content is `test`.
struct Bench {
  test::ValidationPath path;
  Workspace workspace;
  Case record = path.record();

  [[nodiscard]] std::string checked() const {
    Diagnostics findings;
    check_evidence(path.root, workspace, record, path.scheme(), path.world, findings);
    std::string out;
    for (const Diagnostic& finding : findings.items())
      out += std::string(finding.severity == Severity::error ? "error: " : "warning: ") + finding.message + '\n';
    return out;
  }
};

TEST_CASE("evidence.intact: a file that holds what it held is as it was") {
  Bench bench;
  bench.path.write(rota, "test");
  bench.workspace.evidence_tracked = true;
  CHECK(bench.checked().empty());
}

TEST_CASE("evidence.intact: a file that was changed is an error with both digests") {
  Bench bench;
  bench.path.write(rota, "tests");
  CHECK(bench.checked() == "error: `evidence/2026-7kq3h2xd/rota.pdf` was changed: its SHA-256 begins " +
                               sha256("tests").substr(0, 12) + ", the one on record 9f86d081884c\n");
  for (RuleSetting& setting : bench.path.world.schemes.find("lever-up-1")->second.rules) {
    if (setting.rule.value == "evidence.intact") setting.strength = Strength::off;
  }
  CHECK(bench.checked().empty());
}

TEST_CASE("evidence.intact: a file that is not there is missed only where git keeps evidence") {
  Bench bench;
  CHECK(bench.checked().empty());
  bench.workspace.evidence_tracked = true;
  CHECK(bench.checked() == "warning: the evidence `evidence/2026-7kq3h2xd/rota.pdf` is not there\n");
}

TEST_CASE("evidence.intact: a path that leads out of the workspace is not followed") {
  Bench bench;
  bench.record.documentation->evidence[0].file.value = "../rota.pdf";
  CHECK(bench.checked() == "error: the evidence `../rota.pdf` cannot be read\n");
}

TEST_CASE("A file of the workspace is taken by its path there and its digest") {
  const Folder folder;
  folder.write("guerdon.yaml", "");
  folder.write("evidence/a b.txt", "test");
  const EvidenceFile file = take_evidence(Root(folder.path()), folder.path() / "evidence" / "." / "a b.txt", "2026-x");
  CHECK(file.path == "evidence/a b.txt");
  CHECK(file.sha256 == sha256("test"));
}

TEST_CASE("What is no file of the workspace is refused with the way out") {
  const Folder folder;
  const Folder elsewhere;
  folder.write("guerdon.yaml", "");
  folder.write("evidence/empty.txt", "");
  elsewhere.write("it's.txt", "test");
  std::filesystem::create_symlink(elsewhere.path() / "it's.txt", folder.path() / "evidence" / "link.txt");
  const Root root(folder.path());
  const auto refused = [&](const std::filesystem::path& file) {
    return error_of([&] { take_evidence(root, file, "2026-x"); }).finding();
  };
  const Diagnostic outside = refused(elsewhere.path() / "it's.txt");
  CHECK(outside.message.ends_with("lies outside the workspace"));
  CHECK(outside.hint.find("evidence/2026-x && mv '") != std::string::npos);
  CHECK(outside.hint.find("it'\\''s.txt' ") != std::string::npos);
  CHECK(refused(folder.path() / "evidence" / "link.txt").message.ends_with("lies outside the workspace"));
  CHECK(refused(folder.path() / "evidence" / "empty.txt").message.ends_with("holds nothing"));
  CHECK(refused(folder.path() / "evidence").message.ends_with("is no file"));
  CHECK(refused(folder.path() / "nothing.txt").message.starts_with("there is no file"));
}

}  // namespace
}  // namespace guerdon
