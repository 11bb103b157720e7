#include "flow/check.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::error_of;
using test::importer;
using test::listed;
using test::Office;
using test::replaced;
using test::today;

bool has(const Checked& checked, const std::string& part) {
  return listed(checked.findings).find(part) != std::string::npos;
}

TEST_CASE("A workspace with a volunteer on her way and one with her certificates is green, and counted") {
  const Office office;
  office.issue(office.add_case());
  std::string text = test::base_case_text();
  text.erase(text.find("\nobjectives:\n") + 1);
  office.add_case("2026-22222222", "p-22222222", text,
                  "format: person/1\nperson: p-8h2m4c9w\nname: Ada Verdi\nadult: true\n");
  const auto before = office.files();
  const Checked checked = check(office.root, {.today = today}, importer());
  CHECK(listed(checked.findings).empty());
  CHECK(checked.cases == 2);
  CHECK(checked.people == 2);
  CHECK(checked.organisations == 2);
  CHECK(checked.certificates == 3);
  CHECK(office.files() == before);
}

TEST_CASE(
    "Two files that may be of one person are told until somebody links them, and a link must lead to the kept one") {
  const Office office;
  office.add_case();
  const std::string twice = test::base_person_text();
  const auto people = [&](const std::string& line) {
    office.add_case("2026-22222222", "p-22222222", {}, twice + line);
    std::string out;
    const Checked checked = check(office.root, {.today = today}, importer());
    for (const Diagnostic& finding : checked.findings.items()) {
      if (finding.rule == "people") out += finding.where.path + ": " + finding.message + '\n';
    }
    return out;
  };
  CHECK(people("") == "people/p-8h2m4c9w.yaml: p-22222222 and p-8h2m4c9w have the same e-mail address\n");
  CHECK(people("same-as: p-8h2m4c9w\n").empty());
  CHECK(people("same-as: p-22222222\n").find("p-22222222 is named as the same as itself") != std::string::npos);
  CHECK(people("same-as: p-33333333\n").find("no person `p-33333333`") != std::string::npos);
  office.write("people/p-8h2m4c9w.yaml", twice + "same-as: p-22222222\n");
  CHECK(people("same-as: p-8h2m4c9w\n").find("p-8h2m4c9w is itself the same as p-22222222") != std::string::npos);
}

TEST_CASE("Every file is checked in one run, and the findings are sorted") {
  const Office office;
  office.add_case("2026-22222222", "p-22222222", replaced(test::base_case_text(), "hours: 640", "hours: many"));
  office.add_case("2026-33333333", "p-33333333", {},
                  replaced(test::base_person_text(), "born: 2003-05-14", "born: 2003-02-30"));
  office.write("organisations/kipos.yaml", replaced(office.read("organisations/kipos.yaml"), "place:", "plaice:"));
  const Checked checked = check(office.root, {.today = today}, importer());
  CHECK(has(checked,
            "cases/2026/2026-22222222.yaml:17:12: error: a whole number from 1 to 20000 is expected here, not `many`"));
  CHECK(has(checked, "people/p-33333333.yaml:4:7: error: `2003-02-30` is not a date"));
  CHECK(has(checked, "organisations/kipos.yaml:4:1: error: "));
  std::string last;
  for (const Diagnostic& finding : checked.findings.items()) {
    CHECK(last <= finding.where.path);
    last = finding.where.path;
  }
}

TEST_CASE("The gates of what was issued are judged as on its day") {
  const Office office;
  const FoundCase found = office.add_case();
  office.issue(found);
  CHECK(listed(check(office.root, {.today = today.plus_days(3000)}, importer()).findings).empty());
  office.write(found.path, replaced(office.read(found.path), "  introduced: 2026-02-10\n", ""));
  CHECK(has(check(office.root, {.today = today}, importer()), "[enrolment.introduced]"));
}

TEST_CASE("The gates of what was not issued are not judged") {
  const Office office;
  office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", replaced(test::base_case_text(), "  introduced: 2026-02-10\n", ""));
  CHECK(listed(check(office.root, {.today = today}, importer()).findings).empty());
}

TEST_CASE("Asked for it, the gates of what is not issued are judged: of what is issued unasked") {
  const Office office;
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w",
                                          replaced(test::base_case_text(), "  introduced: 2026-02-10\n", ""));
  const Checked checked = check(office.root, {.today = today}, importer(), {{}, true});
  CHECK(has(checked, "[enrolment.introduced]"));
  CHECK_FALSE(has(check(office.root, {.today = today}, importer(), {{"people"}, true}), "[enrolment.introduced]"));
}

TEST_CASE("Of files that are named, or lie below a folder that is, findings are told; no others") {
  const Office office;
  const FoundCase found = office.add_case();
  office.write(found.path, office.read(found.path) + "nonsense: 1\n");
  office.write("organisations/kipos.yaml", office.read("organisations/kipos.yaml") + "nonsense: 1\n");
  const auto told = [&](std::vector<std::string> paths) {
    const Checked checked = check(office.root, {.today = today}, importer(), {std::move(paths), false});
    return std::pair(has(checked, found.path), has(checked, "organisations/kipos.yaml"));
  };
  CHECK(told({}) == std::pair(true, true));
  CHECK(told({"cases"}) == std::pair(true, false));
  CHECK(told({"organisations/kipos.yaml"}) == std::pair(false, true));
  CHECK(told({"organisations/kipos.yaml", found.path}) == std::pair(true, true));
  CHECK(told({"cas"}) == std::pair(false, false));
  CHECK(check(office.root, {.today = today}, importer(), {{"cases"}, false, true}).files ==
        std::vector<std::string>{found.path});
}

TEST_CASE("A design that is damaged is found before anything is issued") {
  const Office office;
  const std::string design = "schemes/glore-1/statement.yaml";
  office.write(design, office.read(design) + "nonsense: 3\n");
  CHECK(has(check(office.root, {.today = today}, importer()), design + ":"));
}

TEST_CASE("A usual design that no scheme has is warned of, with those that there are") {
  const Office office;
  office.write("guerdon.yaml", office.read("guerdon.yaml") + "design: modern\n");
  const Checked checked = check(office.root, {.today = today}, importer());
  CHECK(has(checked, "guerdon.yaml:"));
  CHECK(has(checked, "no scheme of this workspace has a design `modern`"));
  CHECK(checked.findings.items().front().hint == "write `formal` or `contemporary`");
  office.write("guerdon.yaml", replaced(office.read("guerdon.yaml"), "design: modern", "design: contemporary"));
  CHECK(listed(check(office.root, {.today = today}, importer()).findings).empty());
}

TEST_CASE("The successor of an organisation that closed is another one, and there") {
  const Office office;
  const std::string path = "organisations/kipos.yaml";
  const std::string text = office.read(path);
  office.write(path, text + "closed: {on: 2026-08-28, successor: orto-sociale}\n");
  CHECK(listed(check(office.root, {.today = today}, importer()).findings).empty());
  office.write(path, text + "closed: {on: 2026-08-28, successor: kipos}\n");
  CHECK(has(check(office.root, {.today = today}, importer()), "kipos is named as its own successor [case.ids]"));
  office.write(path, text + "closed: {on: 2026-08-28, successor: nobody}\n");
  CHECK(has(check(office.root, {.today = today}, importer()), "no organisation `nobody` [case.ids]"));
}

TEST_CASE("Two cases with one id are found") {
  const Office office;
  office.add_case();
  office.write("cases/2025/2026-7kq3h2xd.yaml", test::base_case_text());
  CHECK(has(check(office.root, {.today = today}, importer()), "[case.ids]"));
}

TEST_CASE("An issued certificate of which a fact has changed in the case is warned of") {
  const Office office;
  const FoundCase found = office.add_case();
  office.issue(found);
  office.write(found.path, replaced(office.read(found.path), "hours: 640", "hours: 600"));
  const Checked checked = check(office.root, {.today = today}, importer());
  CHECK(has(checked, "[issued.agrees]"));
  CHECK_FALSE(checked.findings.has_errors());
}

TEST_CASE("A damaged guerdon.yaml stops the check") {
  const Office office;
  office.write("guerdon.yaml", "name: x\n");
  CHECK(error_of([&] { check(office.root, {.today = today}, importer()); }).failure() == Failure::access);
}

}  // namespace
}  // namespace guerdon
