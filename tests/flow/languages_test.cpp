#include <doctest/doctest.h>
#include <fmt/format.h>

#include "flow/issue.h"
#include "flow/sample.h"
#include "model/words.h"

// One award in several languages.

namespace guerdon {
namespace {

using test::error_of;
using test::Office;
using test::replaced;

using ByLanguage = std::map<std::string, Certificate>;

IssueOptions options_for(const FoundCase& found, std::vector<std::string> languages) {
  IssueOptions options;
  options.cases = {found};
  options.kinds = {"soft-skills"};
  options.languages = std::move(languages);
  return options;
}

/// What was issued, by language.
ByLanguage facts_of(const Office& office, const Issuing& out) {
  ByLanguage made;
  for (const IssueResult& result : out.results) {
    REQUIRE_MESSAGE(!result.id.text.empty(), test::listed(out.findings));
    Diagnostics findings;
    made[result.document.language] =
        load_certificate(office.root, "certificates/2026/" + result.id.text + ".json", nullptr, findings)
            .value()
            .certificate;
  }
  return made;
}

/// The facts without what a language changes.
Certificate bare(Certificate certificate) {
  certificate.id = {};
  certificate.language.clear();
  certificate.text_language.clear();
  certificate.languages.clear();
  certificate.words.clear();
  certificate.scheme_files.clear();
  for (Certificate::Organisation& organisation : certificate.organisations)
    organisation.place.clear();
  for (Certificate::Skill& skill : certificate.skills)
    skill.name = skill.meaning = skill.level_word = "";
  return certificate;
}

std::string said(const Certificate& certificate, const std::string& word) {
  std::string out;
  for (const Phrase& phrase : certificate.words.at(word))
    out += (out.empty() ? "" : " / ") + plain(phrase);
  return out;
}

TEST_CASE("One award in two languages states the same, and each certificate names the other") {
  const Office office;
  const ByLanguage made = facts_of(office, office.issue(options_for(office.add_case(), {"it", "pl"})));
  REQUIRE(made.size() == 2);
  const Certificate& italian = made.at("it");
  const Certificate& polish = made.at("pl");
  CHECK(italian.award == polish.award);
  CHECK(italian.award == italian.id);
  CHECK(bare(italian) == bare(polish));
  CHECK(italian.languages == std::vector<Certificate::Version>{{"pl", polish.id}});
  CHECK(polish.languages == std::vector<Certificate::Version>{{"it", italian.id}});
  CHECK(said(italian, "also-issued") == "Rilasciato anche in polacco con il numero " + polish.id.text + ".");
  CHECK(italian.skills[0].name == "Lavoro di squadra");
  CHECK(polish.skills[0].level_word == "Zaawansowany");
  CHECK(italian.organisations[0].place == "Torino, Italia");
}

TEST_CASE("A language that comes later names those before it, and joins their award") {
  const Office office;
  const FoundCase found = office.add_case();
  const Certificate first = facts_of(office, office.issue(options_for(found, {"it"}))).at("it");
  CHECK(first.languages.empty());
  CHECK_FALSE(first.words.contains("also-issued"));
  const Issuing again = office.issue(options_for(found, {"it", "fr"}), 2);
  REQUIRE(again.results.size() == 2);
  CHECK(again.results[0].outcome == IssueOutcome::already);
  const Certificate second = facts_of(office, again).at("fr");
  CHECK(second.award == first.award);
  CHECK(second.languages == std::vector<Certificate::Version>{{"it", first.id}});
}

TEST_CASE("A certificate names another kind in its own language") {
  const Office office;
  IssueOptions options = options_for(office.add_case(), {"en", "es"});
  options.kinds = {"soft-skills", "statement"};
  const Issuing out = office.issue(options);
  REQUIRE(out.results.size() == 4);
  const ByLanguage skills = facts_of(office, {{out.results[0], out.results[1]}, {}, false});
  const ByLanguage statements = facts_of(office, {{out.results[2], out.results[3]}, {}, false});
  for (const char* language : {"en", "es"})
    CHECK(said(statements.at(language), "note").find(skills.at(language).id.text) != std::string::npos);
}

TEST_CASE("What people wrote keeps its language: the case's, else the workspace's") {
  const Office office;
  const FoundCase found = office.add_case("2026-7kq3h2xd", "p-8h2m4c9w",
                                          replaced(test::base_case_text(), "\nperson: ", "\nlanguage: it\nperson: "));
  const ByLanguage made = facts_of(office, office.issue(options_for(found, {"it", "en"})));
  CHECK(made.at("it").text_language.empty());
  const Certificate& english = made.at("en");
  CHECK(english.text_language == "it");
  const Phrase& projects = english.words.at("sentence").at(1);
  CHECK(projects.at(0) == Words{"in the project ", Emphasis::none});
  CHECK(projects.at(1) == Words{"Community garden of San Salvario", Emphasis::stressed, "it"});
  const FoundCase other = office.add_case("2026-5t8v2w4x", "p-2bg93xha");
  const ByLanguage later = facts_of(office, office.issue(options_for(other, {"en", "nl"}), 2));
  CHECK(later.at("en").text_language.empty());
  CHECK(later.at("nl").text_language == "en");
}

TEST_CASE("A person's own language is the first that the scheme has; else the workspace's") {
  const Office office;
  for (const auto& [languages, chosen] : {std::pair("[xx, pl, it]", "pl"), {"[xx]", "en"}}) {
    const std::string person = test::base_person_text() + "languages: " + languages + "\n";
    const FoundCase found =
        office.add_case(std::string(chosen) == "pl" ? "2026-7kq3h2xd" : "2026-5t8v2w4x", "p-8h2m4c9w", {}, person);
    CHECK(facts_of(office, office.issue(options_for(found, {"person"}))).begin()->first == chosen);
  }
  const FoundCase found = office.add_case("2026-2bg93xha", "p-2bg93xha");
  CHECK(facts_of(office, office.issue(options_for(found, {"person", "en"}))).size() == 1);
}

TEST_CASE("A language without words is refused before anything is issued") {
  const Office office;
  const FoundCase found = office.add_case();
  office.write("schemes/glore-1/text/pl.yaml", "");
  std::filesystem::remove(office.root.resolve("schemes/glore-1/text/pl.yaml"));
  const Error error = error_of([&] { office.issue(options_for(found, {"it", "pl"})); });
  CHECK(error.finding().message == "glore-1 has no words in the language `pl`");
  CHECK(error.finding().hint.starts_with("it has "));
  CHECK_FALSE(std::filesystem::exists(office.root.resolve("certificates")));
}

TEST_CASE("Every kind of certificate prints in every language") {
  const Office office;
  const FoundCase found = office.add_case();
  IssueOptions options = options_for(found, {"ar", "el", "en", "es", "fr", "it", "nl", "pl"});
  options.kinds = {"participation", "soft-skills", "statement"};
  const Issuing out = office.issue(options);
  CHECK_MESSAGE(!out.findings.has_errors(), test::listed(out.findings));
  CHECK(out.results.size() == 24);
}

}  // namespace
}  // namespace guerdon
