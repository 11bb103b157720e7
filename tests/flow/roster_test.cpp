#include "flow/roster.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "flow/sample.h"

namespace guerdon {
namespace {

namespace fs = std::filesystem;

const fs::path source = GUERDON_SOURCE_DIR;

std::string text_of(const fs::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// An office of GloRe with a service centre beside it: the candidate of tests/cli/fixtures, who waits for an assessor.
struct Centre : test::Office {
  Centre() {
    const auto all = fs::copy_options::recursive | fs::copy_options::overwrite_existing;
    fs::copy(source / "templates/lever-up", root.resolve("schemes/lever-up-1"), all);
    fs::copy(source / "tests/cli/fixtures/candidate", root.folder(), all);
    const char* design = "schemes/lever-up-1/competence.yaml";
    if (!fs::exists(root.resolve(design))) write(design, "a: 1\n");
  }

  /// The candidate's case with text added at its end.
  void add(const std::string& text) const {
    write("cases/2026/2026-7kq3h2xd.yaml",
          text_of(source / "tests/cli/fixtures/candidate/cases/2026/2026-7kq3h2xd.yaml") + text);
  }

  [[nodiscard]] Roster roster(const char* day, const std::string& centre = {}) const {
    Roster out = roster_of(root, *Date::parse(day), centre);
    REQUIRE(out.findings.empty());
    return out;
  }
};

const std::string assessed =
    "assessments:\n  - {on: 2026-06-03, kind: first, by: [marco-riva], centre: csv-torino, competences: [{competence: "
    "teamwork, outcome: basic}]}\n";

TEST_CASE("A candidate whose portfolio is checked waits for an assessor, in the centre of her tutor's badge") {
  const Roster roster = Centre().roster("2026-06-05");
  REQUIRE(roster.candidates.size() == 1);
  CHECK(roster.candidates[0].next == "assessments");
  CHECK(roster.candidates[0].waits_for == "assessor");
  CHECK(roster.candidates[0].centre == "csv-torino");
  REQUIRE(roster.tutors.size() == 1);
  CHECK(roster.tutors[0].cases == std::vector<std::string>{"2026-7kq3h2xd"});
  CHECK(roster.tutors[0].waiting.empty());
  CHECK(roster.tutors[0].badge == "open-ended");
}

TEST_CASE("Once she is assessed the centre is waited for, and the assessor has her in hand") {
  const Centre centre;
  centre.add(assessed);
  const Roster roster = centre.roster("2026-06-05");
  CHECK(roster.candidates[0].next == "issue");
  CHECK(roster.candidates[0].who == "csv-torino");
  REQUIRE(roster.assessors.size() == 2);
  CHECK(roster.assessors[0].id == "marco-riva");
  CHECK(roster.assessors[0].cases == std::vector<std::string>{"2026-7kq3h2xd"});
  CHECK(roster.assessors[1].cases.empty());
  REQUIRE(roster.centres.size() == 1);
  CHECK(roster.centres[0].waiting == std::vector<std::string>{"2026-7kq3h2xd"});
  CHECK(roster.centres[0].assessors == std::vector<std::string>{"marco-riva", "sara-conti"});
}

TEST_CASE("One who left waits for nobody and is in nobody's hand") {
  const Centre centre;
  centre.add("exit: {on: 2026-06-01, after: choice}\n");
  const Roster roster = centre.roster("2026-06-05");
  CHECK(roster.candidates[0].state == "left");
  CHECK(roster.candidates[0].waits_for.empty());
  CHECK(roster.tutors[0].cases.empty());
}

TEST_CASE("A badge that is over says when, and does not count for its centre") {
  const Roster roster = Centre().roster("2027-12-01");
  CHECK(roster.assessors[0].badge == "it ended on 2027-11-30");
  CHECK_FALSE(roster.assessors[0].certified);
  CHECK(roster.centres[0].assessors == std::vector<std::string>{"sara-conti"});
}

TEST_CASE("A roster of one centre has nothing of another's") {
  const Roster roster = Centre().roster("2026-06-05", "orto-sociale");
  CHECK(roster.candidates.empty());
  CHECK(roster.tutors.empty());
  CHECK(roster.centres.empty());
}

TEST_CASE("A practitioner whose file cannot be read is told, not shown as one without a badge") {
  const Centre centre;
  centre.write("practitioners/sara-conti.yaml", "format: practitioner/1\npractitioner: [\n");
  const Roster roster = roster_of(centre.root, *Date::parse("2026-06-05"), {});
  REQUIRE(roster.findings.count(Severity::error) == 1);
  CHECK(roster.findings.items()[0].where.path == "practitioners/sara-conti.yaml");
}

TEST_CASE("A volunteer of GloRe is no candidate") {
  const Centre centre;
  centre.add_case("2026-aaaaaaaa", "p-4m6n8p2q");
  CHECK(centre.roster("2026-06-05").candidates.size() == 1);
}

}  // namespace
}  // namespace guerdon
