#include "flow/plan_case.h"

#include <doctest/doctest.h>

#include "flow/sample.h"
#include "flow/survey.h"

namespace guerdon {
namespace {

using test::listed;
using test::Office;

/// A desk of an office, and one case opened on it.
struct Desk {
  const Office& office;
  Workspace workspace = office.workspace();
  LocaleOf locale_of = [](const std::string&) -> const Locale& { return test::english(); };
  IssueOptions options;
  Press press{office.root, test::press_room()};
  Random random = test::counted_random();
  IssueDesk desk{office.root, workspace,
                 locale_of,   options,
                 press,       [this](const std::string&, const Document&) { return CertificateId::make(random); }};
  Survey survey{office.root, {.today = test::today}};
  Shaper shaper;

  explicit Desk(const Office& one) : office(one) {
    options.languages = {"en"};
    options.today = options.on = test::today;
  }

  CasePlan plan(const FoundCase& found) {
    OpenedCase opened;
    std::vector<std::string> people;
    World world = survey.surroundings(opened.behind);
    opened.record = survey.open(found.path, world, opened.reading, opened.behind, people);
    return plan_case(desk, world, found.id, opened, shaper);
  }
};

}  // namespace

TEST_CASE("A case that is ready is planned with its pages, and nothing is written before write_case") {
  const Office office;
  const FoundCase found = office.add_case();
  const auto before = office.files();
  Desk desk(office);
  CasePlan plan = desk.plan(found);
  CHECK(office.files() == before);
  CHECK(plan.told.findings.empty());
  REQUIRE(plan.planned.size() == 3);
  CHECK(plan.unfinished.empty());
  for (const Planned& one : plan.planned) {
    CHECK_FALSE(one.pages.empty());
    CHECK(plan.told.results[one.result].outcome == IssueOutcome::planned);
  }
  write_case(desk.desk, plan);
  for (const Planned& one : plan.planned) {
    CHECK(plan.told.results[one.result].outcome == IssueOutcome::issued);
    CHECK(office.holds(certificate_stem(one.certificate) + ".json"));
    CHECK(office.read(certificate_stem(one.certificate) + ".pdf") == desk.press.pdf(one.certificate, desk.shaper));
  }
}

TEST_CASE("A batch tells the warnings of what it issues, and not why the rest is not ready") {
  const Office office;
  const FoundCase found = office.add_case(
      "2026-7kq3h2xd", "p-8h2m4c9w",
      test::replaced(test::base_case_text(), "  confirmed:\n    - on: 2026-08-28\n      by: luca-bianchi\n", ""));
  Desk desk(office);
  desk.options.all = true;
  const CasePlan plan = desk.plan(found);
  CHECK(listed(plan.told).find("soft-skills would issue") != std::string::npos);
  CHECK(listed(plan.told).find("participation not ready") != std::string::npos);
  const std::string told = listed(plan.told.findings);
  CHECK(told.find("warning: ") != std::string::npos);
  CHECK(told.find("[issue.with-participation]") != std::string::npos);
  CHECK(told.find("error: ") == std::string::npos);
}

TEST_CASE("What was issued is found again, and what is missing of it is made") {
  const Office office;
  const FoundCase found = office.add_case();
  office.issue(found);
  Desk desk(office);
  const CasePlan whole = desk.plan(found);
  CHECK(whole.planned.empty());
  CHECK(whole.unfinished.empty());
  const std::string pdf = whole.told.results.at(0).pdf_path;
  const std::string bytes = office.read(pdf);
  office.write(pdf, "");
  CasePlan plan = desk.plan(found);
  REQUIRE(plan.unfinished.size() == 1);
  write_case(desk.desk, plan);
  CHECK(office.read(pdf) == bytes);
}

TEST_CASE("A case that cannot be read, or that rests on a damaged file, is refused with what is wrong") {
  const Office office;
  const FoundCase found = office.add_case();
  const std::string text = office.read(found.path);
  office.write(found.path, "case: [\n");
  {
    Desk desk(office);
    const CasePlan plan = desk.plan(found);
    CHECK(plan.planned.empty());
    CHECK(plan.told.findings.has_errors());
    REQUIRE(plan.told.results.size() == 1);
    CHECK(plan.told.results[0].outcome == IssueOutcome::refused);
  }
  office.write(found.path, text);
  office.write("people/p-8h2m4c9w.yaml", "name: [\n");
  Desk desk(office);
  const CasePlan plan = desk.plan(found);
  CHECK(plan.planned.empty());
  REQUIRE(plan.told.findings.has_errors());
  CHECK(plan.told.findings.items()[0].where.path == "people/p-8h2m4c9w.yaml");
}

}  // namespace guerdon
