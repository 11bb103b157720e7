#include "model/certificate.h"

#include <doctest/doctest.h>

#include <array>

using namespace guerdon;

namespace {

Certificate full() {
  Certificate c;
  c.id = *CertificateId::parse("0000-0000-0000-0000");
  c.award = c.id;
  c.kind = "soft-skills";
  c.scheme = "glore-1";
  c.scheme_files = {{"scheme.yaml", std::string(64, 'a')}};
  c.case_id = *CaseId::parse("2026-7kq3h2xd");
  c.person = *PersonId::parse("p-8h2m4c9w");
  c.language = "en";
  c.name = "Ελένη";
  c.latin_name = "Eleni";
  c.organisations = {{"orto-sociale", "Orto Sociale", "Torino, Italy", "hosting"}};
  c.from = *Date::parse("2026-03-02");
  c.to = *Date::parse("2026-08-28");
  c.days = 180;
  c.hours = 640;
  c.periods = {{"orto-sociale", "Garden", c.from, c.to, 640, {}}, {"kipos", "Books", c.from, c.to, {}, "hybrid"}};
  c.skills = {{"team-work", "Team work", "Works with others.", 4, "Good"}};
  c.levels = 5;
  c.least_level = 3;
  c.tasks = {"Planted", "Watered"};
  c.text_language = "it";
  c.languages = {{"it", c.id}, {"pl", c.id}};
  c.statement = Certificate::Statement{"gardening", {"One.", "Two."}, "Marta Rossi", "Gardener"};
  c.competence = "team-work";
  c.skills[0].complexity = Certificate::Complexity{"low", "mid-low", "high"};
  c.skills[0].eqf = "3";
  c.skills[0].certificate = c.id;
  c.assessment = Certificate::Assessment{
      c.to, "appeal", c.from, c.to, "remote", {{"marco-riva", "Marco Riva"}}, {"Works."}, {"One.", "Two."}};
  c.step = Certificate::Step{"awareness", c.from, {{"giulia-neri", "Giulia Neri"}}};
  c.experiences = {{"The harvest day", "Orto Sociale", {"Team work"}}, {"At home", "", {}}};
  c.evidence = {{"photo", "Photograph", 3}};
  c.quality = Certificate::Quality{c.to, {"giulia-neri", "Giulia Neri"}};
  c.plan = {{"Team work", "Leads a team", c.to}, {"Empathy", "Listens", {}}};
  c.signers = {{"marta-rossi", "Marta Rossi", "President", "orto-sociale"}};
  c.issued_on = *Date::parse("2026-09-05");
  c.issued_at = "Torino";
  c.verify_address = "https://certificates.example.org";
  c.replaces = c.id;
  c.backdated_because = "The office was closed.";
  c.words = {{"sentence", {{{"in ", Emphasis::none}, {"Garden", Emphasis::stressed}, {"640", Emphasis::strong}}, {}}},
             {"projects",
              {{{"Orto", Emphasis::none, "it"}, {"Orto", Emphasis::stressed, "it"}, {"Orto", Emphasis::strong, "it"}}}},
             {"none", {}}};
  c.design = {
      1, "soft-skills.yaml", std::string(64, 'b'), {{"text", "a.ttf", std::string(64, 'c')}}, {{"HarfBuzz", "6.0.0"}}};
  return c;
}

std::optional<Certificate> read_back(const Certificate& certificate, Diagnostics& findings) {
  JsonFault fault;
  const auto json = parse_json(canonical_json(to_json(certificate)), fault);
  REQUIRE(json);
  return read_certificate(*json, "facts.json", findings);
}

/// The first finding about the facts after `from` became `to` in their text.
std::string refusal(const std::string& from, const std::string& to) {
  std::string text = canonical_json(to_json(full()));
  const std::size_t at = text.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  text.replace(at, from.size(), to);
  JsonFault fault;
  const auto json = parse_json(text, fault);
  REQUIRE_MESSAGE(json.has_value(), text);
  Diagnostics findings;
  const auto certificate = read_certificate(*json, "facts.json", findings);
  CHECK(certificate.has_value() == findings.empty());
  return findings.empty() ? "" : findings.items().front().message;
}

}  // namespace

TEST_CASE("facts with every member are read back as they were written") {
  Diagnostics findings;
  CHECK(read_back(full(), findings) == full());
  CHECK(findings.empty());
}

TEST_CASE("facts with nothing optional are read back as they were written") {
  Certificate c = full();
  c.latin_name = c.verify_address = c.backdated_because = "";
  c.hours.reset();
  c.skills.clear();
  c.levels = c.least_level = 0;
  c.tasks.clear();
  c.statement.reset();
  c.competence.clear();
  c.assessment.reset();
  c.step.reset();
  c.experiences.clear();
  c.evidence.clear();
  c.quality.reset();
  c.plan.clear();
  c.replaces.reset();
  Diagnostics findings;
  CHECK(read_back(c, findings) == c);
  const std::string text = canonical_json(to_json(c));
  for (const char* absent :
       {"latin-name", "verify", "backdated", "scale", "skills\":", "tasks", "statement", "replaces", "competence",
        "assessment", "step", "experiences", "evidence", "quality", "plan", "null"})
    CHECK_MESSAGE(text.find(absent) == std::string::npos, absent);
}

TEST_CASE("a phrase without its emphasis is its text") { CHECK(plain(full().words["sentence"][0]) == "in Garden640"); }

TEST_CASE("facts that are not what was written are refused, naming the member") {
  struct Row {
    const char* from;
    const char* to;
    const char* message;
  };
  const std::array<Row, 17> table{{
      {"certificate/1", "certificate/2", "the certificate is not of the format `certificate/1`"},
      {"\"id\":\"0000-0000-0000-0000\"", "\"id\":\"0000-0000-0000-0001\"", "the certificate has no id in `id`"},
      {"\"id\":\"0000-0000-0000-0000\"", "\"id\":\"0000000000000000\"", "the certificate has no id in `id`"},
      {"\"id\":\"0000-0000-0000-0000\"", "\"id\":\"\"", "the certificate has no id in `id`"},
      {"\"on\":\"2026-09-05\"", "\"on\":\"2026-09-31\"", "`issued` has no date in `on`"},
      {"\"on\":\"2026-09-05\"", "\"on\":\"\"", "`issued` has no date in `on`"},
      {"\"days\":180", "\"days\":\"180\"", "`service` has no number in `days`"},
      {"\"days\":180", "\"days\":-1", "`service` has no number in `days`"},
      {"\"level\":4", "\"level\":4,\"levels\":5", "`skills` has an unknown member `levels`"},
      {"\"name\":\"Ελένη\"", "\"name\":7", "the certificate has no text in `name`"},
      {"\"tasks\":[\"Planted\",\"Watered\"]", "\"tasks\":\"Planted\"", "the certificate has no list in `tasks`"},
      {"\"in \"", "7", "the certificate has a phrase that is no text"},
      {"{\"strong\":\"640\"}", "{\"strong\":\"640\",\"x\":1}", "the certificate has a phrase that is no text"},
      {"\"none\":[]", "\"none\":7", "the certificate has no list in `words`"},
      {"{\"scheme.yaml\":\"", "{\"scheme.yaml\":1,\"x\":\"",
       "the certificate has a digest in `scheme-files` that is no text"},
      {"{\"HarfBuzz\":\"6.0.0\"}", "{\"HarfBuzz\":6}", "`design` has an entry in `libraries` that is no text"},
      {"\"kind\":\"soft-skills\",", "", "the certificate has no `kind`"},
  }};
  for (const Row& row : table)
    CHECK_MESSAGE(refusal(row.from, row.to) == row.message, row.to);
}

TEST_CASE("words and the scheme's files are objects") {
  Json facts = to_json(full());
  for (const char* key : {"words", "scheme-files"}) {
    Json other = facts;
    for (auto& [name, value] : *other.as_object()) {
      if (name == key) value = Json::array();
    }
    Diagnostics findings;
    CHECK_FALSE(read_certificate(other, "facts.json", findings));
    REQUIRE(findings.items().size() == 1);
    CHECK(findings.items()[0].message == "the certificate has no object in `" + std::string(key) + '`');
  }
}

TEST_CASE("what is no object at all is refused") {
  Diagnostics findings;
  CHECK_FALSE(read_certificate(Json(Json::Array{1}), "facts.json", findings));
  CHECK(findings.items().front().message == "the certificate is no object");
}

TEST_CASE("a run is a text, or one of its emphasis, with at most its language beside it") {
  const std::string run = R"({"language":"it","strong":"Orto"})";
  CHECK(refusal(run, R"({"language":"it","plain":"Orto"})").empty());
  CHECK_FALSE(refusal(run, R"({"language":"it"})").empty());
  CHECK_FALSE(refusal(run, R"({"language":"it","strong":"Orto","more":1})").empty());
  CHECK_FALSE(refusal(run, R"({"language":1,"strong":"Orto"})").empty());
}
