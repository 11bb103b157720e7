#include "model/certificate.h"
#include "schemas/schema.h"

// The facts of a certificate that says everything: writer, reader and schema must know the same members and require the
// same ones.

namespace guerdon {
namespace {

Certificate complete() {
  const std::string digest(64, 'a');
  Certificate c;
  c.id = CertificateId::make([] { return std::uint64_t{1}; });
  c.award = c.id;
  c.kind = "soft-skills";
  c.scheme = "glore-1";
  c.case_id = *CaseId::parse("2026-7kq3h2xd");
  c.person = *PersonId::parse("p-8h2m4c9w");
  c.language = "en";
  c.text_language = "it";
  c.languages = {{"it", c.id}};
  c.name = "Ελένη Παπαδοπούλου";
  c.latin_name = "Eleni Papadopoulou";
  c.organisations = {{"orto-sociale", "Orto Sociale", "Torino, Italy", "hosting", digest + ".png"}};
  c.from = *Date::parse("2026-03-02");
  c.to = *Date::parse("2026-08-28");
  c.days = 180;
  c.hours = 640;
  c.periods = {{"orto-sociale", "Garden", c.from, c.to, 640, "remote"}};
  c.skills = {{"team-work", "Team work", "Works with others.", 4, "Good"}};
  c.levels = 5;
  c.least_level = 3;
  c.tasks = {"Planted and watered"};
  c.statement = Certificate::Statement{"gardening", {"She can run a garden."}, "Marta Rossi", "Master gardener"};
  c.competence = "team-work";
  c.skills[0].complexity = Certificate::Complexity{"low", "mid-low", "high"};
  c.skills[0].eqf = "3";
  c.skills[0].certificate = c.id;
  const Certificate::Practitioner tutor{"giulia-neri", "Giulia Neri"};
  c.assessment = Certificate::Assessment{c.to, "appeal", c.from, c.to, "remote", {tutor}, {"Works."}, {"One."}};
  c.step = Certificate::Step{"awareness", c.from, {tutor}};
  c.experiences = {{"The harvest day", "Orto Sociale", {"Team work"}}};
  c.evidence = {{"photo", "Photograph", 3}};
  c.quality = Certificate::Quality{c.to, tutor};
  c.plan = {{"Team work", "Leads a team", c.to}};
  c.badge = Certificate::Badge{tutor, "tutor", c.from, c.to, c.from, c.to, 20, 5, 2};
  c.signers = {{"marta-rossi", "Marta Rossi", "President", "orto-sociale"}};
  c.issued_on = *Date::parse("2026-09-05");
  c.issued_at = "Torino";
  c.verify_address = "https://certificates.example.org";
  c.replaces = c.id;
  c.backdated_because = "The office was closed.";
  c.words = {
      {"sentence",
       {{{"volunteered in ", Emphasis::none}, {"Garden", Emphasis::stressed}, {", for 640 hours", Emphasis::strong}}}}};
  c.design = {1, "soft-skills.yaml", digest, {{"text", "GentiumPlus-Regular.ttf", digest}}, {{"HarfBuzz", "6.0.0"}}};
  c.design.chain = digest;
  c.design.images = {{"mark.png", digest}};
  return c;
}

bool is_read(const Json& facts) {
  Diagnostics findings;
  return read_certificate(facts, "facts.json", findings).has_value();
}

/// Holds the object `here` inside `facts` against its schema, and those inside it.
void check_object(Json& facts, Json& here, const Json& rules, const std::string& path) {
  CAPTURE(path);
  if (Json::Array* items = here.as_array()) {
    for (Json& item : *items)
      check_object(facts, item, *rules.find("items"), path + "[]");
  }
  if (here.as_object() == nullptr || rules.find("properties") == nullptr) return;
  CHECK(joined(keys_of(&here)) == joined(keys_of(rules.find("properties"))));

  const Names required = names_of(rules.find("required"));
  for (std::size_t i = 0; i < here.as_object()->size(); ++i) {
    Json::Object& members = *here.as_object();
    const Json::Object all = members;
    members.erase(members.begin() + static_cast<std::ptrdiff_t>(i));
    CAPTURE(all[i].first);
    CHECK(is_read(facts) == !required.contains(all[i].first));
    *here.as_object() = all;
    check_object(facts, (*here.as_object())[i].second, *rules.find("properties")->find(all[i].first),
                 path + '/' + all[i].first);
  }

  here.set("unknown", 1);
  CHECK_FALSE(is_read(facts));
  here.as_object()->pop_back();
}

}  // namespace

TEST_CASE("facts name a case and a person, unless they are of a badge") {
  Certificate certificate = complete();
  certificate.case_id = {};
  certificate.person = {};
  CHECK(is_read(to_json(certificate)));
  certificate.badge.reset();
  CHECK_FALSE(is_read(to_json(certificate)));
}

TEST_CASE("the schema of a certificate's facts knows the members that are written and read") {
  Json facts = to_json(complete());
  REQUIRE(is_read(facts));
  check_object(facts, facts, schema("certificate-1"), "");
}

}  // namespace guerdon
