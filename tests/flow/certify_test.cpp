#include "flow/certify.h"

#include <doctest/doctest.h>

#include "flow/sample.h"
#include "process/signing.h"

namespace guerdon {
namespace {

using test::error_of;
using test::Office;
using test::replaced;
using test::Scene;
using test::today;

const std::string kipos_placement =
    "  - organisation: kipos\n"
    "    role: hosting\n"
    "    project: School garden\n"
    "    country: \"GR\"\n"
    "    from: 2026-08-29\n"
    "    to: 2026-10-02\n"
    "    coordinator: eleni-papadaki\n";

/// The base case with a second host behind the first.
std::string two_hosts() {
  const std::string coordinator = "    coordinator: luca-bianchi\n";
  return replaced(test::base_case_text(), coordinator, coordinator + kipos_placement);
}

struct Desk {
  explicit Desk(const std::string& case_text = {}, const std::string& person_text = {})
      : scene(office, office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", case_text, person_text)) {}

  Office office;
  Scene scene;

  [[nodiscard]] Certificate make(const std::string& kind, Issuance issuance = {}, Date on = today) const {
    if (issuance.language.empty()) issuance.language = "en";
    issuance.id = CertificateId::make(test::counted_random());
    issuance.award = issuance.id;
    const auto signers = usual_signers(scene.record, scene.scheme(), scene.world, {kind, on, {}, {}});
    return certify(scene.record, scene.scheme(), scene.world, test::english(), {kind, on, {kind}, signers}, issuance);
  }
};

TEST_CASE("A soft skills certificate states who, where, when, how long, and what was agreed") {
  const Certificate c = Desk().make("soft-skills");
  CHECK(c.name == "Zofia Wiśniewska");
  CHECK(c.latin_name.empty());
  REQUIRE(c.organisations.size() == 1);
  CHECK(c.organisations[0] == Certificate::Organisation{"orto-sociale", "Orto Sociale", "Torino, Italy", "hosting"});
  CHECK(c.from == *Date::parse("2026-03-02"));
  CHECK(c.to == *Date::parse("2026-08-28"));
  CHECK(c.days == 180);
  CHECK(c.hours == 640);
  CHECK(c.levels == 5);
  CHECK(c.least_level == 3);
  REQUIRE(c.skills.size() == 5);
  CHECK(c.skills[0].id == "team-work");
  CHECK(c.skills[0].level == 5);
  CHECK(c.skills[0].level_word == "Advanced");
  CHECK_FALSE(c.skills[0].meaning.empty());
  CHECK(c.issued_at == "Torino");
  CHECK(c.issued_on == today);
  CHECK_FALSE(c.statement.has_value());
}

TEST_CASE("A participation certificate states no skill, a statement no task") {
  const Desk desk;
  const Certificate participation = desk.make("participation");
  CHECK(participation.skills.empty());
  CHECK(participation.tasks.size() == 2);
  const Certificate statement = desk.make("statement");
  CHECK(statement.skills.empty());
  CHECK(statement.tasks.empty());
  REQUIRE(statement.statement.has_value());
  CHECK(*statement.statement ==
        Certificate::Statement{"urban gardening",
                               {"The beds were planned and kept at the level of an assistant gardener."},
                               "Anna Verdi",
                               "Agronomist, Orto Sociale"});
}

TEST_CASE("A skill that was left out is not stated") {
  const Certificate c = Desk(replaced(test::base_case_text(), "{skill: empathy, claimed: 3, agreed: 3}",
                                      "{skill: empathy, claimed: 3, left-out: true}"))
                            .make("soft-skills");
  CHECK(c.skills.size() == 4);
  for (const Certificate::Skill& skill : c.skills)
    CHECK(skill.id != "empathy");
}

TEST_CASE("Two hosts stand on one certificate, each with its period and its signer") {
  const Desk desk(two_hosts());
  const Certificate c = desk.make("soft-skills", {}, *Date::parse("2026-10-03"));
  REQUIRE(c.organisations.size() == 2);
  CHECK(c.organisations[1].place == "Thessaloniki, Greece");
  REQUIRE(c.periods.size() == 2);
  CHECK(c.periods[1].project == "School garden");
  CHECK_FALSE(c.periods[1].hours.has_value());
  CHECK(c.hours == 640);
  CHECK(c.days == 180 + 35);
  REQUIRE(c.signers.size() == 2);
  CHECK(c.signers[0].role == "President, Orto Sociale");
  CHECK(c.signers[1].role == "Director, Kípos");
}

TEST_CASE("An organisation that hosted twice stands and signs once") {
  std::string text = replaced(two_hosts(), "organisation: kipos", "organisation: orto-sociale");
  const Certificate c = Desk(text).make("participation", {}, *Date::parse("2026-10-03"));
  CHECK(c.organisations.size() == 1);
  CHECK(c.periods.size() == 2);
  CHECK(c.signers.size() == 1);
}

TEST_CASE("Hours that nobody recorded are not stated") {
  const Certificate c = Desk(replaced(test::base_case_text(), "    hours: 640\n", "")).make("soft-skills");
  CHECK_FALSE(c.hours.has_value());
  for (const auto& [name, phrases] : c.words) {
    for (const Phrase& phrase : phrases)
      CHECK_MESSAGE(plain(phrase).find("hours") == std::string::npos, plain(phrase));
  }
}

TEST_CASE("A certificate states the form of the name that the volunteer chose, and both where she chose none") {
  const std::string person = replaced(test::base_person_text(), "name: Zofia Wiśniewska\n",
                                      "name: Ελένη Παπαδάκη\nlatin: Eleni Papadaki\nprint: ");
  const struct {
    const char* form;
    const char* name;
    const char* latin;
  } forms[] = {{"native", "Ελένη Παπαδάκη", ""},
               {"latin", "Eleni Papadaki", ""},
               {"both", "Ελένη Παπαδάκη", "Eleni Papadaki"},
               {"~", "Ελένη Παπαδάκη", "Eleni Papadaki"}};
  for (const auto& one : forms) {
    CAPTURE(one.form);
    const Certificate c =
        Desk({}, replaced(person, "print: ", std::string("print: ") + one.form + '\n')).make("soft-skills");
    CHECK(c.name == one.name);
    CHECK(c.latin_name == one.latin);
  }
}

TEST_CASE("The signer is the first with a mandate on the day who is not the volunteer") {
  Office office;
  const std::string path = "organisations/orto-sociale.yaml";
  const std::string president =
      "  - id: luca-bianchi\n"
      "    name: Luca Bianchi\n"
      "    title: President\n"
      "    coordinates: true\n"
      "    signs:\n"
      "      - from: 2024-01-01\n";
  const auto signer = [](const std::string& id, const std::string& name, const std::string& more) {
    return "  - id: " + id + "\n    name: " + name + "\n    title: Member\n" + more;
  };
  const std::string mandate = "    signs:\n      - from: 2024-01-01\n";
  const struct {
    std::string first;
    std::string expected;
  } boards[] = {
      {signer("old-one", "Old One", "    signs:\n      - from: 2020-01-01\n        to: 2026-08-28\n"), "luca-bianchi"},
      {signer("last-day", "Last Day", "    signs:\n      - from: 2020-01-01\n        to: 2026-08-29\n"), "last-day"},
      {signer("new-one", "New One", "    signs:\n      - from: 2026-08-30\n"), "luca-bianchi"},
      {signer("zofia-w", "Zofia Wiśniewska", mandate), "luca-bianchi"},
      {signer("zofia-w", "ZOFIA WISNIEWSKA", mandate), "luca-bianchi"},
      {signer("namesake", "Zofia Wiśniewska", "    person: p-11111111\n" + mandate), "namesake"},
      {signer("herself", "Z. W.", "    person: p-8h2m4c9w\n" + mandate), "luca-bianchi"},
      {signer("no-mandate", "No Mandate", ""), "luca-bianchi"},
      {signer("other-one", "Other One", mandate), "other-one"},
  };
  for (const auto& [first, expected] : boards) {
    office.write(path, replaced(test::source_text("tests/rules/base/" + path), president, first + president));
    const Scene scene(office, office.add_case());
    CHECK(usual_signers(scene.record, scene.scheme(), scene.world, {"soft-skills", today, {}, {}}) ==
          std::vector<std::string>{expected});
  }
}

TEST_CASE("Of two who share a staff id the one of the case's organisation signs and vouches") {
  const Office office;
  const std::string path = "organisations/orto-sociale.yaml";
  std::string other = replaced(office.read(path), "organisation: orto-sociale", "organisation: aaa");
  other = replaced(replaced(other, "name: Orto Sociale", "name: Another"), "place: Torino", "place: Napoli");
  other = replaced(replaced(other, "name: Luca Bianchi", "name: Somebody Else"), "name: Anna Verdi", "name: No One");
  office.write("organisations/aaa.yaml", other);
  const Scene scene(office, office.add_case());
  const auto signers = usual_signers(scene.record, scene.scheme(), scene.world, {"statement", today, {}, {}});
  const Certificate c = certify(scene.record, scene.scheme(), scene.world, test::english(),
                                {"statement", today, {"statement"}, signers}, {{}, {}, "en", {}, {}, {}, {}});
  REQUIRE(c.signers.size() == 2);
  CHECK(c.signers[0].name == "Luca Bianchi");
  CHECK(c.signers[0].organisation == "orto-sociale");
  CHECK(c.issued_at == "Torino");
  CHECK(c.statement->professional == "Anna Verdi");
}

TEST_CASE("The profession is found by any spelling of the field") {
  const Certificate c =
      Desk(replaced(test::base_case_text(), "field: urban gardening", "field: Urban  Gardening")).make("statement");
  CHECK(c.statement->profession == "Agronomist, Orto Sociale");
}

TEST_CASE("The days that a certificate states are those that its gate counts") {
  const Office office;
  const std::string scheme = "schemes/glore-1/scheme.yaml";
  office.write(scheme, replaced(office.read(scheme), "absences: counted", "absences: deducted"));
  const std::string absent = "changes:\n  - {on: 2026-05-05, kind: absent, from: 2026-05-01, to: 2026-05-04}\n";
  const Scene scene(office, office.add_case("2026-7kq3h2xd", "p-8h2m4c9w", test::base_case_text() + absent));
  const Certificate c = certify(scene.record, scene.scheme(), scene.world, test::english(),
                                {"participation", today, {}, {"luca-bianchi"}}, {{}, {}, "en", {}, {}, {}, {}});
  CHECK(c.days == 176);
}

TEST_CASE("A statement is signed by the organisation and by the professional, one who is both signs once") {
  const Desk desk;
  CHECK(usual_signers(desk.scene.record, desk.scene.scheme(), desk.scene.world, {"statement", today, {}, {}}) ==
        std::vector<std::string>{"luca-bianchi", "anna-verdi"});
  const Desk both(replaced(test::base_case_text(), "professional: anna-verdi", "professional: luca-bianchi"));
  CHECK(usual_signers(both.scene.record, both.scene.scheme(), both.scene.world, {"statement", today, {}, {}}) ==
        std::vector<std::string>{"luca-bianchi"});
}

TEST_CASE("The paragraphs of a statement are its blank-line parts, their lines joined") {
  const Certificate c = Desk(replaced(test::base_case_text(),
                                      "text: The beds were planned and kept at the level of an assistant gardener.",
                                      "text: |\n    First line\n    second line.\n\n\n    Second part.\n"))
                            .make("statement");
  CHECK(c.statement->paragraphs == std::vector<std::string>{"First line second line.", "Second part."});
}

TEST_CASE("The facts name the digests of the scheme's files that they rest on") {
  const Certificate c = Desk().make("soft-skills");
  std::vector<std::string> names;
  for (const auto& [name, digest] : c.scheme_files) {
    names.push_back(name);
    CHECK(digest.size() == 64);
  }
  CHECK(names == std::vector<std::string>{"competences.yaml", "scheme.yaml", "text/en.yaml"});
}

TEST_CASE("A language without words is refused with the file that would hold them") {
  const Error error = error_of([] {
    Issuance issuance;
    issuance.language = "xx";
    static_cast<void>(Desk().make("soft-skills", issuance));
  });
  CHECK(error.failure() == Failure::refused);
  CHECK(error.finding().message == "glore-1 has no words in the language `xx`");
  CHECK(error.finding().hint.starts_with("it has `ar`, "));
  CHECK(error.finding().hint.ends_with("; another is one file more: schemes/glore-1/text/xx.yaml"));
}

}  // namespace
}  // namespace guerdon
