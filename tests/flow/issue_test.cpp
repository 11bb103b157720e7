#include "flow/issue.h"

#include <doctest/doctest.h>

#include <set>

#include "base/sha256.h"
#include "flow/sample.h"

namespace guerdon {
namespace {

using test::listed;
using test::Office;
using test::replaced;
using test::source_text;
using test::today;
using Files = std::map<std::string, std::string>;

/// What stands in certificates/.
Files certificates(const Office& office) {
  Files out;
  for (const auto& [name, bytes] : office.files()) {
    if (name.starts_with("certificates/")) out[name] = bytes;
  }
  return out;
}

/// The base case before its validation.
std::string case_on_its_way() {
  std::string text = test::base_case_text();
  const std::size_t begin = text.find("\nvalidation:\n") + 1;
  text.erase(begin, text.find("\n\n", begin) + 2 - begin);
  return text;
}

TEST_CASE("Each certificate becomes its facts, as canonical JSON, and a PDF beside them") {
  const Office office;
  const Issuing out = office.issue(office.add_case());
  CHECK(listed(out) ==
        "2026-7kq3h2xd participation issued\n"
        "2026-7kq3h2xd soft-skills issued\n"
        "2026-7kq3h2xd statement issued\n");
  CHECK_FALSE(out.findings.has_errors());
  const Files made = certificates(office);
  CHECK(made.size() == 6);
  for (const IssueResult& result : out.results) {
    CHECK(result.pdf_path == "certificates/2026/" + result.id.text + ".pdf");
    CHECK(made.at(result.pdf_path).starts_with("%PDF-"));
    const std::string facts = made.at("certificates/2026/" + result.id.text + ".json");
    JsonFault fault;
    CHECK(canonical_json(parse_json(facts, fault).value()) + '\n' == facts);
  }
}

TEST_CASE("Issued again, nothing is issued twice and no byte changes") {
  const Office office;
  const FoundCase found = office.add_case();
  office.issue(found);
  const Files before = office.files();
  IssueOptions options;
  options.cases = {found};
  CHECK(listed(office.issue(options, 99)) ==
        "2026-7kq3h2xd participation issued already\n"
        "2026-7kq3h2xd soft-skills issued already\n"
        "2026-7kq3h2xd statement issued already\n");
  CHECK(office.files() == before);
}

TEST_CASE("A PDF that is missing is made again, byte for byte") {
  const Office office;
  const FoundCase found = office.add_case();
  const Issuing first = office.issue(found);
  const Files before = certificates(office);
  std::filesystem::remove(office.path() / first.results[1].pdf_path);
  CHECK(listed(office.issue(found)) ==
        "2026-7kq3h2xd participation issued already\n"
        "2026-7kq3h2xd soft-skills made again\n"
        "2026-7kq3h2xd statement issued already\n");
  CHECK(certificates(office) == before);
}

TEST_CASE("A dry run tells the plan and writes nothing") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case()};
  options.dry_run = true;
  const Files before = office.files();
  CHECK(listed(office.issue(options)) ==
        "2026-7kq3h2xd participation would issue\n"
        "2026-7kq3h2xd soft-skills would issue\n"
        "2026-7kq3h2xd statement would issue\n");
  CHECK(office.files() == before);
}

TEST_CASE("What a rule refuses is refused alone: the others go on") {
  const Office office;
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_on_its_way());
  IssueOptions options;
  options.cases = {found};
  options.kinds = {"participation", "soft-skills"};
  const Issuing out = office.issue(options);
  CHECK(listed(out) ==
        "2026-7kq3h2xd participation issued\n"
        "2026-7kq3h2xd soft-skills refused\n");
  CHECK(listed(out.findings).find("[validation.present]") != std::string::npos);
  CHECK(certificates(office).size() == 2);
}

TEST_CASE("All or nothing, one that is refused stops all") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case(), office.add_case("2026-22222222", "p-22222222", case_on_its_way())};
  options.all_or_nothing = true;
  const Issuing out = office.issue(options);
  CHECK(out.stopped);
  CHECK(out.findings.has_errors());
  CHECK(certificates(office).empty());
}

TEST_CASE("Asked for all, what is not ready is counted without a finding") {
  const Office office;
  IssueOptions options;
  options.all = true;
  options.kinds = {"participation", "soft-skills"};
  const std::string longer = replaced(test::base_case_text(), "to: 2026-08-28", "to: 2026-08-30");
  options.cases = {office.add_case(), office.add_case("2026-22222222", "p-22222222", case_on_its_way()),
                   office.add_case("2026-33333333", "p-33333333", longer)};
  const Issuing out = office.issue(options);
  CHECK(listed(out) ==
        "2026-7kq3h2xd participation issued\n"
        "2026-7kq3h2xd soft-skills issued\n"
        "2026-22222222 participation issued\n"
        "2026-22222222 soft-skills not ready\n"
        "2026-33333333 participation not ready\n"
        "2026-33333333 soft-skills not ready\n");
  CHECK(out.findings.empty());
  CHECK(certificates(office).size() == 6);
}

TEST_CASE("A page that cannot be set is refused with the character, and neither facts nor PDF are written") {
  const Office office;
  const std::string person = replaced(test::base_person_text(), "Zofia Wiśniewska", "Zofia 😀");
  IssueOptions options;
  options.cases = {office.add_case(), office.add_case("2026-22222222", "p-22222222", {}, person)};
  options.kinds = {"participation"};
  const Issuing out = office.issue(options);
  CHECK(listed(out) ==
        "2026-7kq3h2xd participation issued\n"
        "2026-22222222 participation refused\n");
  REQUIRE(out.findings.has_errors());
  CHECK(listed(out.findings).find("[page.printable]") != std::string::npos);
  CHECK(out.results[1].id.text.empty());
  CHECK(certificates(office).size() == 2);
}

TEST_CASE("A record that cannot be read is refused, and the others go on") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case("2026-22222222", "p-22222222"), office.add_case()};
  options.kinds = {"participation"};
  office.write(options.cases[0].path, "format: case/1\ncase: [\n");
  const Issuing out = office.issue(options);
  CHECK(listed(out) ==
        "2026-22222222  refused\n"
        "2026-7kq3h2xd participation issued\n");
  CHECK(out.findings.has_errors());
}

TEST_CASE("A file behind the case that cannot be read whole refuses the certificate") {
  const struct {
    std::string path;
    std::string from;
    std::string to;
    std::string finding;
  } damages[] = {
      {"people/p-8h2m4c9w.yaml", "2003-05-14", "2013-05-41", "people/p-8h2m4c9w.yaml:4:7: error: `2013-05-41`"},
      {"organisations/orto-sociale.yaml", "2024-01-01", "2024-01-41", "organisations/orto-sociale.yaml:"},
      {"schemes/glore-1/scheme.yaml", "days: 20", "days: twenty", "schemes/glore-1/scheme.yaml:"},
  };
  for (const auto& damage : damages) {
    CAPTURE(damage.path);
    const Office office;
    IssueOptions options;
    options.cases = {office.add_case()};
    options.kinds = {"participation"};
    office.write(damage.path, replaced(office.read(damage.path), damage.from, damage.to));
    const Issuing out = office.issue(options);
    CHECK(listed(out) == "2026-7kq3h2xd  refused\n");
    CHECK_MESSAGE(listed(out.findings).find(damage.finding) != std::string::npos, listed(out.findings));
    CHECK(certificates(office).empty());
  }
}

TEST_CASE("A practitioner or service centre that cannot be read whole refuses the certificate of an assessment") {
  const struct {
    std::string path;
    std::string from;
    std::string to;
  } damages[] = {
      {"practitioners/marco-riva.yaml", "to: 2027-11-30", "to: 2025-11-31"},
      {"practitioners/giulia-neri.yaml", "from: 2024-12-01", "from: 2026-12-41"},
      {"organisations/csv-torino.yaml", "to: 2020-12-31", "to: 2020-12-41"},
      {"organisations/casa-del-quartiere.yaml", "place: Torino", "plaice: Torino"},
  };
  for (const auto& damage : damages) {
    CAPTURE(damage.path);
    const Office office;
    for (const char* file : {"scheme.yaml", "competences.yaml"})
      office.write(std::string("schemes/lever-up-1/") + file, source_text(std::string("templates/lever-up/") + file));
    office.write("schemes/lever-up-1/competence.yaml", source_text("templates/glore/soft-skills.yaml"));
    for (const char* file : {"organisations/csv-torino.yaml", "organisations/casa-del-quartiere.yaml",
                             "practitioners/giulia-neri.yaml", "practitioners/marco-riva.yaml"})
      office.write(file, source_text(std::string("tests/rules/lever-up/") + file));
    IssueOptions options;
    options.cases = {office.add_case("2026-7kq3h2xd", "p-8h2m4c9w",
                                     replaced(source_text("tests/rules/lever-up/case.yaml"), "title: The harvest day",
                                              "title: The harvest day\n      organisation: casa-del-quartiere"))};
    office.write(damage.path, replaced(office.read(damage.path), damage.from, damage.to));
    const Issuing out = office.issue(options);
    CHECK(listed(out) == "2026-7kq3h2xd  refused\n");
    CHECK_MESSAGE(listed(out.findings).find(damage.path) != std::string::npos, listed(out.findings));
  }
}

TEST_CASE("A certificate whose facts were damaged is not issued a second time") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"participation"};
  const std::string facts = "certificates/2026/" + office.issue(options).results.at(0).id.text + ".json";
  office.write(facts, office.read(facts).substr(0, 900));
  const Issuing again = office.issue(options, 2);
  CHECK(listed(again) == "2026-7kq3h2xd  refused\n");
  REQUIRE(again.findings.items().size() == 1);
  CHECK(again.findings.items()[0].where.path == facts);
  CHECK(again.findings.items()[0].hint == "take the file from git again");
  CHECK(certificates(office).size() == 2);
}

TEST_CASE("Certificates that are issued in one act name each other, as those that were issued before") {
  const Office office;
  const FoundCase found = office.add_case();
  IssueOptions options;
  options.cases = {found};
  options.kinds = {"participation", "soft-skills"};
  const std::string soft_skills = office.issue(options).results.at(1).id.text;
  options.kinds = {"statement"};
  const std::string statement = office.issue(options, 2).results.at(0).id.text;
  CHECK(office.read("certificates/2026/" + statement + ".json").find("stated in certificate " + soft_skills) !=
        std::string::npos);
}

TEST_CASE("A certificate that another replaces is not the one that was issued") {
  const Office office;
  const FoundCase found = office.add_case();
  IssueOptions options;
  options.cases = {found};
  options.kinds = {"participation"};
  const std::string first = office.issue(options).results.at(0).id.text;
  const std::string second = CertificateId::make(test::counted_random(7)).text;
  std::string facts = replaced(office.read("certificates/2026/" + first + ".json"), "\"id\":\"" + first + '"',
                               "\"id\":\"" + second + '"');
  facts = replaced(facts, "\"scheme\":", "\"replaces\":\"" + first + "\",\"scheme\":");
  office.write("certificates/2026/" + second + ".json", test::digested(facts));
  const Issuing again = office.issue(options, 3);
  CHECK(listed(again) == "2026-7kq3h2xd participation made again\n");
  CHECK(again.results[0].id.text == second);
}

TEST_CASE("What is left of a case whose page failed is judged again without it") {
  const Office office;
  office.write("schemes/glore-1/scheme.yaml", replaced(office.read("schemes/glore-1/scheme.yaml"),
                                                       "  statement.soft-skills-first:\n    strength: expect",
                                                       "  statement.soft-skills-first:\n    strength: require"));
  // No font has the skill's name.
  office.write("schemes/glore-1/competences.yaml",
               replaced(office.read("schemes/glore-1/competences.yaml"), "name: Empathy", "name: 😀"));
  IssueOptions options;
  options.cases = {office.add_case("2026-aaaaaaaa", "p-aaaaaaaa", case_on_its_way()), office.add_case()};
  const Issuing out = office.issue(options);
  CHECK(listed(out) ==
        "2026-aaaaaaaa participation issued\n"
        "2026-aaaaaaaa soft-skills refused\n"
        "2026-aaaaaaaa statement refused\n"
        "2026-7kq3h2xd participation issued\n"
        "2026-7kq3h2xd soft-skills refused\n"
        "2026-7kq3h2xd statement refused\n");
  CHECK(listed(out.findings).find("[page.printable]") != std::string::npos);
  CHECK(certificates(office).size() == 4);
}

TEST_CASE("Certificates are issued in the scheme's order, each once, whatever the order they were asked for in") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"statement", "soft-skills", "participation", "soft-skills"};
  CHECK(listed(office.issue(options)) ==
        "2026-7kq3h2xd participation issued\n"
        "2026-7kq3h2xd soft-skills issued\n"
        "2026-7kq3h2xd statement issued\n");
  CHECK(certificates(office).size() == 6);
}

TEST_CASE("A certificate that only another scheme has is refused") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"participation", "diploma"};
  const Issuing out = office.issue(options);
  CHECK(listed(out) == "2026-7kq3h2xd diploma refused\n2026-7kq3h2xd participation issued\n");
  CHECK(listed(out.findings).find("glore-1 issues no `diploma`") != std::string::npos);
}

TEST_CASE("A PDF that was cut short is made again") {
  const Office office;
  const FoundCase found = office.add_case();
  const Issuing first = office.issue(found);
  const Files before = certificates(office);
  office.write(first.results[0].pdf_path, "");
  office.write(first.results[1].pdf_path, before.at(first.results[1].pdf_path).substr(0, 5000));
  CHECK(listed(office.issue(found)) ==
        "2026-7kq3h2xd participation made again\n"
        "2026-7kq3h2xd soft-skills made again\n"
        "2026-7kq3h2xd statement issued already\n");
  CHECK(certificates(office) == before);
}

TEST_CASE("Where people are kept local the facts' digest stands beside them") {
  const Office office;
  office.write("guerdon.yaml", replaced(office.read("guerdon.yaml"), "people: tracked", "people: local"));
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"participation"};
  const std::string stem = "certificates/2026/" + office.issue(options).results.at(0).id.text;
  CHECK(office.read(stem + ".sha256") == sha256(office.read(stem + ".json")) + '\n');
}

TEST_CASE("The facts hold the signers that were named and the reason of another day's date") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"participation"};
  options.today = *Date::parse("2026-09-10");
  options.on = today;
  options.backdated_because = "The printer was out of order";
  const std::string facts = office.read("certificates/2026/" + office.issue(options).results.at(0).id.text + ".json");
  CHECK(facts.find("\"backdated-because\":\"The printer was out of order\"") != std::string::npos);
  CHECK(facts.find("\"on\":\"2026-08-29\"") != std::string::npos);
}

TEST_CASE("A signer without the mandate is refused") {
  const Office office;
  IssueOptions options;
  options.cases = {office.add_case()};
  options.kinds = {"participation"};
  options.signers = {"eleni-papadaki"};
  const Issuing out = office.issue(options);
  CHECK(listed(out) == "2026-7kq3h2xd participation refused\n");
  CHECK(listed(out.findings).find("[issue.signer]") != std::string::npos);
  CHECK(certificates(office).empty());
}

}  // namespace
}  // namespace guerdon
