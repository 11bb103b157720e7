#include "model/case_read.h"

#include "model/record_file.h"
#include "yaml/edit.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text() { return test::record_text("tests/schemas/workspace/cases/2026/2026-7kq3h2xd.yaml"); }

/// The same of LEVER UP, with every section of a validation path.
std::string validation_text() { return test::record_text("tests/schemas/workspace/cases/2026/2026-5t8v2w4x.yaml"); }

Scheme with_sections(const std::string& id, std::initializer_list<const char*> sections) {
  Scheme scheme;
  scheme.id = id;
  for (const char* key : sections)
    scheme.sections.push_back({key, key == std::string("statement") ? "professional statement" : key, "", {}});
  return scheme;
}

const Schemes& schemes() {
  static const Schemes all = [] {
    Scheme glore = with_sections("glore-1", {"enrolment", "changes", "objectives", "midterm", "evaluation",
                                             "participation", "self-assessment", "validation", "statement", "waivers"});
    for (int number = 1; number <= 5; ++number)
      glore.scale.levels.push_back({number, number == 3 ? "work-ready" : "", ""});
    Scheme lever_up =
        with_sections("lever-up-1", {"enrolment", "changes", "awareness", "identification", "documentation", "quality",
                                     "choice", "assessments", "looking-ahead", "exit", "waivers"});
    lever_up.scale.levels = {{1, "basic", ""}, {2, "accomplished", ""}, {3, "expert", ""}};
    return Schemes{{glore.id, glore}, {lever_up.id, lever_up}};
  }();
  return all;
}

std::optional<Case> read_with_scheme(const yaml::Document& document, Diagnostics& findings) {
  return read_case(document, schemes(), findings);
}

Case read(const std::string& from) {
  Diagnostics findings;
  auto record = read_with_scheme(test::parsed(from), findings);
  for (const Diagnostic& finding : findings.items())
    MESSAGE(finding.message);
  REQUIRE(findings.empty());
  return *record;
}

}  // namespace

TEST_CASE("a case names its id, its scheme and its volunteer") {
  const Case record = read(text());
  CHECK(record.path == "a.yaml");
  CHECK(record.id.value.text == "2026-7kq3h2xd");
  CHECK(record.id.place == Place{3, 7, 13});
  CHECK(record.scheme.value == "glore-1");
  CHECK(record.person.value.text == "p-8h2m4c9w");
}

TEST_CASE("a section stands at its key, an empty one at its banner, one without either at the first line") {
  const Case record = read("format: case/1\ncase: 2026-7kq3h2xd\nscheme: glore-1\nperson: p-8h2m4c9w\n" +
                           yaml::banner("enrolment") + "\nenrolment: {on: 2026-02-10}\n" + yaml::banner("changes") +
                           '\n' + yaml::banner("midterm") + "\nmidterm:\n");
  CHECK(record.section("enrolment") == Place{6, 1, 9});
  CHECK(record.section("changes").line == 7);
  CHECK(record.section("midterm").line == 8);
  CHECK(record.section("statement") == Place{1, 1, 1});
  CHECK_FALSE(record.midterm);
}

TEST_CASE("an empty case has no sections") {
  const Case record = read("format: case/1\ncase: 2026-7kq3h2xd\nscheme: glore-1\nperson: p-8h2m4c9w\n");
  CHECK_FALSE(record.enrolment);
  CHECK(record.placements.empty());
  CHECK_FALSE(record.validation);
  CHECK_FALSE(record.statement);
  CHECK(record.sections.empty() == false);
}

TEST_CASE("a waiver is found by its rule") {
  const Case record = read(text());
  REQUIRE(record.find_waiver("midterm.present") != nullptr);
  CHECK(record.find_waiver("midterm.present")->by.value == "marta-rossi");
  CHECK(record.find_waiver("midterm.window") == nullptr);
}

TEST_CASE("each value of a case of the wrong kind is reported at its place") {
  for (const std::string& one : {text(), validation_text()}) {
    test::check_spoilt_values(one, read_with_scheme);
    test::check_spoilt_lists(one, read_with_scheme);
  }
}

TEST_CASE("a case has every section of a validation path") {
  const Case record = read(validation_text());
  CHECK(record.awareness);
  CHECK(record.identification->competences.size() == 2);
  CHECK(record.documentation->experiences.size() == 2);
  CHECK(record.quality->items.size() == 10);
  CHECK(record.choice->grounds);
  CHECK(record.assessments.size() == 1);
  CHECK(record.looking_ahead->plan.size() == 1);
  CHECK(record.exit->after.value == "looking-ahead");
}

TEST_CASE("a section that the scheme does not have is no key of its cases") {
  const auto findings = [](const std::string& scheme, const std::string& section) {
    return findings_of(
        "format: case/1\ncase: 2026-7kq3h2xd\nscheme: " + scheme + "\nperson: p-8h2m4c9w\n" + section + '\n',
        read_with_scheme);
  };
  const std::string midterm = "midterm: {on: 2026-06-02, by: [a]}";
  CHECK(findings("glore-1", midterm).empty());
  CHECK(findings("lever-up-1", midterm) == std::vector<std::string>{"5:1: `midterm` is not a key of a case"});
  const std::string choice = "choice: {on: 2026-06-02, formal: true}";
  CHECK(findings("lever-up-1", choice).empty());
  CHECK(findings("glore-1", choice) == std::vector<std::string>{"5:1: `choice` is not a key of a case"});
}

TEST_CASE("a scheme that the workspace lacks is a finding, with those that it has") {
  Diagnostics findings;
  CHECK(read_with_scheme(test::parsed("format: case/1\ncase: 2026-7kq3h2xd\nscheme: glore-2\nperson: p-8h2m4c9w\n"),
                         findings));
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].rule == "case.ids");
  CHECK(findings.items()[0].message == "the scheme `glore-2` is not in this workspace");
  CHECK(findings.items()[0].hint == "it holds `glore-1` or `lever-up-1`");
  CHECK(findings.items()[0].where.place == Place{3, 9, 7});
}

TEST_CASE("a misspelt section is reported with the one that was meant") {
  Diagnostics findings;
  read_with_scheme(test::parsed(replaced(text(), "\nmidterm:", "\nmid-term:")), findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message == "`mid-term` is not a key of a case");
  CHECK(findings.items()[0].hint == "did you mean `midterm`?");
}

TEST_CASE("a case of another format is not read further") {
  Diagnostics findings;
  CHECK_FALSE(read_with_scheme(test::parsed(replaced(text(), "case/1", "case/2")), findings));
  CHECK(findings.items()[0].message == "`case/2` is not a format this guerdon reads here");
}
