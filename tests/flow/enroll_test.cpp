#include "flow/enroll.h"

#include <doctest/doctest.h>

#include "flow/check.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::listed;
using test::Office;

const Date arrival_day = *Date::parse("2026-02-10");

Enrolments enroll_table(const Office& office, const std::string& text, EnrolOptions options = {}) {
  Enrolments out;
  options.source = "arrivals.csv";
  if (options.on == Date{}) options.on = arrival_day;
  const auto arrivals = read_arrivals(options.source, text, out.findings);
  if (out.findings.has_errors()) return out;
  return enroll(office.root, office.workspace(), arrival_day, arrivals, options, test::counted_random());
}

const std::string header = "name,project,from,to,hours\n";
const std::string zofia = "Zofia Wiśniewska,Garden,2026-03-02,2026-08-28,640\n";
const std::string anna = "Άννα,Garden,2026-03-02,2026-08-28,\n";

TEST_CASE("Each row of a table becomes a person and a case, and the workspace checks green") {
  const Office office;
  const Enrolments out = enroll_table(office, header + zofia + anna);
  CHECK(listed(out.findings).empty());
  REQUIRE(out.enrolled.size() == 2);
  for (const Enrolled& one : out.enrolled) {
    CHECK(office.holds(one.path));
    CHECK(office.holds("people/" + one.person.text + ".yaml"));
    CHECK(one.path == "cases/2026/" + one.id.text + ".yaml");
  }
  CHECK(out.enrolled[1].name == "Άννα");
  const Checked checked = check(office.root, {.today = arrival_day}, test::importer());
  CHECK(listed(checked.findings).empty());
  CHECK(checked.cases == 2);
}

TEST_CASE("No name stands in a case, a path or an id") {
  const Office office;
  const Enrolments out = enroll_table(office, header + zofia);
  REQUIRE(out.enrolled.size() == 1);
  CHECK(office.read(out.enrolled[0].path).find("Zofia") == std::string::npos);
  CHECK(out.enrolled[0].path.find("ofia") == std::string::npos);
}

TEST_CASE("One bad row and nothing is written; every fault is told at its cell") {
  const Office office;
  const auto before = office.files();
  const Enrolments out = enroll_table(office, header + zofia +
                                                  ",Garden,2026-03-02,2026-08-28,1\n"
                                                  "Ada,Garden,03/04/2026,2026-08-28,1\n"
                                                  "Ben,Garden,2026-09-02,2026-08-28,1\n"
                                                  "Eve,Garden,2026-03-02,2026-08-28,many\n");
  CHECK(out.enrolled.empty());
  CHECK(listed(out.findings) ==
        "arrivals.csv:3:2: error: the enrolment needs the volunteer's name [enroll]\n"
        "arrivals.csv:4:12: error: `03/04/2026` is not a date [format]\n"
        "arrivals.csv:5:23: error: the placement ends on 2026-08-28, before it begins on 2026-09-02 [case.dates]\n"
        "arrivals.csv:6:34: error: a whole number from 1 to 20000 is expected here, not `many` [format]\n");
  auto after = office.files();
  after.erase(".guerdon/lock");
  CHECK(after == before);
}

TEST_CASE("A wrong enrolment day and an unknown person are told at their cells") {
  const Office office;
  const Enrolments out = enroll_table(office,
                                      "project,from,to,person,on\n"
                                      "Garden,2026-03-02,2026-08-28,p-00000000,soon\n");
  CHECK(listed(out.findings) ==
        "arrivals.csv:2:30: error: there is no person `p-00000000` [enroll]\n"
        "arrivals.csv:2:41: error: `soon` is not a date [enroll]\n");
}

TEST_CASE("A date with slashes is refused with both readings") {
  const Office office;
  const Enrolments out = enroll_table(office, header + "Ada,Garden,03/04/2026,2026-08-28,1\n");
  REQUIRE(out.findings.items().size() == 1);
  const std::string& hint = out.findings.items().front().hint;
  CHECK(hint.find("2026-04-03") != std::string::npos);
  CHECK(hint.find("2026-03-04") != std::string::npos);
}

TEST_CASE("An unknown column is reported with the nearest, a double one too") {
  Diagnostics findings;
  read_arrivals("a.csv", "nmae,project,from,to,project\n", findings);
  CHECK(listed(findings) ==
        "a.csv:1:1: error: `nmae` is not a column that a.csv may have [csv]\n"
        "a.csv:1:22: error: the column `project` stands twice [csv]\n");
  CHECK(findings.items()[0].hint == "did you mean `name`?");
}

TEST_CASE("A row with more cells than the header is reported at the first that is too many") {
  Diagnostics findings;
  read_arrivals("a.csv", "name,project\nZofia,Garden, Torino\n", findings);
  CHECK(listed(findings) == "a.csv:2:14: error: the row has 3 cells, the header 2 [csv]\n");
}

TEST_CASE("A table without a line is refused with the command that prints its header") {
  Diagnostics findings;
  CHECK(read_arrivals("a.csv", "", findings).empty());
  CHECK(listed(findings) == "a.csv:0:0: error: the table is empty [csv]\n");
  CHECK(findings.items()[0].hint == "its first line names the columns: guerdon enroll --print-header");
}

TEST_CASE("A table without rows below its header is refused") {
  Diagnostics findings;
  CHECK(read_arrivals("a.csv", header, findings).empty());
  CHECK(listed(findings) == "a.csv:0:0: error: the table has no rows below its header [csv]\n");
}

TEST_CASE("A row that is too long or whose quotes are wrong is left out; the others are taken") {
  Diagnostics findings;
  const auto arrivals =
      read_arrivals("a.csv", "name,project\nZofia,Garden,Torino\n\"Ada\" Bx,Garden\nEve,Garden\n", findings);
  REQUIRE(arrivals.size() == 1);
  CHECK(arrivals[0].at("name").value == "Eve");
  CHECK(findings.items().size() == 2);
}

TEST_CASE("A table that is read twice enrols nobody again, unless it is meant") {
  const Office office;
  const std::string id = enroll_table(office, header + zofia).enrolled.at(0).id.text;
  const auto before = office.files();
  const Enrolments again = enroll_table(office, header + "ZOFIA WISNIEWSKA,garden,2026-03-02,2026-08-28,640\n");
  CHECK(listed(again.findings).empty());
  REQUIRE(again.enrolled.size() == 1);
  CHECK(again.enrolled[0].already);
  CHECK(again.enrolled[0].id.text == id);
  CHECK(office.files() == before);
  EnrolOptions options;
  options.again = true;
  CHECK(enroll_table(office, header + zofia, options).enrolled.size() == 1);
  CHECK(case_paths(office.root).size() == 2);
}

TEST_CASE("A table that has grown enrols the new rows alone") {
  const Office office;
  enroll_table(office, header + zofia);
  const Enrolments out = enroll_table(office, header + zofia + anna);
  REQUIRE(out.enrolled.size() == 2);
  CHECK(out.enrolled[0].already);
  CHECK_FALSE(out.enrolled[1].already);
  CHECK(case_paths(office.root).size() == 2);
}

TEST_CASE("A row that differs from a case in its last day is refused, with what the case says") {
  const Office office;
  const std::string id = enroll_table(office, header + zofia).enrolled.at(0).id.text;
  const Enrolments out = enroll_table(office, header + "Zofia Wiśniewska,Garden,2026-03-02,2026-09-30,640\n");
  CHECK(out.enrolled.empty());
  CHECK(listed(out.findings) ==
        "arrivals.csv:2:1: error: `Zofia Wiśniewska` is enrolled in this project from this day already: " + id +
            ", until 2026-08-28, at orto-sociale [enroll]\n");
  CHECK(out.findings.items()[0].hint == "take the row out; if this is another one, enrol it alone, with --again");
}

TEST_CASE("The person that an interrupted enrolment left behind is taken by the next one") {
  const Office office;
  const Enrolled first = enroll_table(office, header + zofia).enrolled.at(0);
  std::filesystem::remove(office.path() / first.path);
  CHECK(listed(check(office.root, {.today = arrival_day}, test::importer()).findings) ==
        "people/" + first.person.text + ".yaml:3:9: warning: no case names the person " + first.person.text +
            " [case.ids]\n");
  const Enrolments out = enroll_table(office, header + zofia);
  REQUIRE(out.enrolled.size() == 1);
  CHECK(out.enrolled[0].person.text == first.person.text);
  CHECK(listed(check(office.root, {.today = arrival_day}, test::importer()).findings).empty());
}

TEST_CASE("Somebody else of the same name is another person") {
  const Office office;
  const Enrolled first = enroll_table(office, header + zofia).enrolled.at(0);
  std::filesystem::remove(office.path() / first.path);
  const Enrolments out =
      enroll_table(office, "name,project,from,to,born\nZofia Wiśniewska,Garden,2026-03-02,2026-08-28,2001-05-06\n");
  REQUIRE(out.enrolled.size() == 1);
  CHECK(out.enrolled[0].person.text != first.person.text);
}

TEST_CASE("The same row twice in one table is refused") {
  const Office office;
  const Enrolments out = enroll_table(office, header + zofia + zofia);
  CHECK(listed(out.findings) ==
        "arrivals.csv:3:1: error: `Zofia Wiśniewska` is enrolled in this project from this day already, on line 2 "
        "[enroll]\n");
  CHECK(case_paths(office.root).empty());
}

TEST_CASE("Who may be on record already is told, and enrolled all the same") {
  const Office office;
  const std::string columns = "name,born,project,from,to\n";
  CHECK(listed(enroll_table(office, columns + "Ada Verdi,2001-02-03,Garden,2026-03-02,2026-08-28\n").findings).empty());
  const Enrolments again = enroll_table(office, columns + "Verdi Ada,2001-02-03,Kitchen,2026-03-02,2026-08-28\n");
  REQUIRE(again.findings.items().size() == 1);
  CHECK(again.findings.items()[0].severity == Severity::warning);
  CHECK(again.findings.items()[0].rule == "people");
  CHECK(again.findings.items()[0].where.path == "arrivals.csv");
  REQUIRE(again.enrolled.size() == 1);
  CHECK(office.holds(again.enrolled[0].path));
}

TEST_CASE("New cases take the newest version of the scheme that guerdon.yaml names") {
  const Office office;
  std::filesystem::copy(office.path() / "schemes/glore-1", office.path() / "schemes/glore-2",
                        std::filesystem::copy_options::recursive);
  office.write("schemes/glore-2/scheme.yaml",
               test::replaced(office.read("schemes/glore-2/scheme.yaml"), "version: \"1\"", "version: \"2\""));
  const Enrolments newest = enroll_table(office, header + zofia);
  CHECK(office.read(newest.enrolled.at(0).path).find("scheme: glore-2\n") != std::string::npos);
  office.write("guerdon.yaml", test::replaced(office.read("guerdon.yaml"), "scheme: glore\n", "scheme: glore-1\n"));
  const Enrolments pinned = enroll_table(office, header + anna);
  CHECK(office.read(pinned.enrolled.at(0).path).find("scheme: glore-1\n") != std::string::npos);
}

TEST_CASE("A dry run checks and writes nothing") {
  const Office office;
  EnrolOptions options;
  options.dry_run = true;
  const Enrolments out = enroll_table(office, header + zofia, options);
  CHECK(out.enrolled.size() == 1);
  CHECK(out.findings.empty());
  CHECK(case_paths(office.root).empty());
  CHECK_FALSE(office.holds(".guerdon/lock"));
}

TEST_CASE("What flags say wrong is shown in the lines that would be written") {
  const Office office;
  const Arrival flags{
      {"name", {"Zofia", {}}}, {"project", {"Garden", {}}}, {"from", {"2026-03-02", {}}}, {"to", {"2026-02-30", {}}}};
  const Enrolments out = enroll(office.root, office.workspace(), arrival_day, {flags},
                                {.source = "<enrolment>", .on = arrival_day}, test::counted_random());
  REQUIRE(out.findings.items().size() == 1);
  const Diagnostic& finding = out.findings.items()[0];
  CHECK(finding.where.path == "<enrolment>");
  const std::string& shown = out.sources.at("<enrolment>");
  std::size_t at = 0;
  for (std::uint32_t line = 1; line < finding.where.place.line; ++line)
    at = shown.find('\n', at) + 1;
  CHECK(shown.substr(at, shown.find('\n', at) - at).find("2026-02-30") != std::string::npos);
}

}  // namespace
}  // namespace guerdon
