#include <doctest/doctest.h>

#include "flow/issue.h"
#include "flow/sample.h"

// Certificates whose page is full, lost, or cannot be set.

namespace guerdon {
namespace {

using test::listed;
using test::Office;
using test::replaced;

TEST_CASE("The longest address that a workspace may name fits on every page") {
  const Office office;
  const std::string address = "https://certificates.volontariato-internazionale-torino.euro";
  REQUIRE(address.size() == 60);
  office.write("guerdon.yaml", replaced(office.read("guerdon.yaml"), "https://certificates.example.org", address));
  const Issuing out = office.issue(office.add_case());
  CHECK(listed(out) ==
        "2026-7kq3h2xd participation issued\n2026-7kq3h2xd soft-skills issued\n2026-7kq3h2xd statement issued\n");
}

TEST_CASE("A lost page that cannot be told to be the same fails alone") {
  const Office office;
  IssueOptions options;
  options.kinds = {"participation"};
  options.cases = {office.add_case()};
  const IssueResult old = office.issue(options).results.at(0);
  const std::string path = "certificates/2026/" + old.id.text + ".json";
  office.write(path, test::digested(replaced(office.read(path), "\"page\":2", "\"page\":0")));
  std::filesystem::remove(office.path() / old.pdf_path);
  options.cases.push_back(office.add_case("2026-aaaaaaaa", "p-aaaaaaaa"));
  const Issuing out = office.issue(options, 3);
  CHECK(listed(out) == "2026-7kq3h2xd participation could not tell\n2026-aaaaaaaa participation issued\n");
  CHECK(listed(out.findings)
            .starts_with(path + ":0:0: error: could not tell: certificate " + old.id.text +
                         " was made with page version 0"));
}

TEST_CASE("A certificate that may stand alone does not name the one whose page failed") {
  const Office office;
  office.write("schemes/glore-1/competences.yaml",
               replaced(office.read("schemes/glore-1/competences.yaml"), "name: Empathy", "name: 😀"));
  const std::string waived = test::base_case_text() +
                             "waivers:\n"
                             "  - rule: statement.soft-skills-first\n"
                             "    by: luca-bianchi\n"
                             "    on: 2026-08-28\n"
                             "    because: She goes home today\n";
  IssueOptions options;
  options.cases = {office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", waived)};
  options.kinds = {"soft-skills", "statement"};
  const Issuing out = office.issue(options);
  CHECK(listed(out) == "2026-7kq3h2xd soft-skills refused\n2026-7kq3h2xd statement issued\n");
  const std::string facts = office.read("certificates/2026/" + out.results.at(1).id.text + ".json");
  CHECK(facts.find("are stated in certificate") == std::string::npos);
}

}  // namespace
}  // namespace guerdon
