#include "process/signing.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

Sample with_second_host() {
  Sample sample;
  Placement second = sample.record.placements[0];
  second.organisation.value = "kipos";
  second.coordinator.reset();
  sample.record.placements.push_back(second);
  return sample;
}

Staff& president(Sample& sample) { return sample.world.organisations.find("orto-sociale")->second.staff.front(); }

IssueRequest soft_skills(const Sample& sample) { return sample.request("soft-skills"); }

Sample path() { return Sample(guerdon::test::lever_up_files(), guerdon::test::lever_up()); }

std::vector<std::string> usual(const Sample& sample, const char* kind) {
  return usual_signers(sample.record, sample.scheme(), sample.world, sample.request(kind));
}

}  // namespace

TEST_CASE("those who may sign are listed without the volunteer") {
  Sample sample;
  Organisation& organisation = sample.world.organisations.find("orto-sociale")->second;
  Staff volunteer = president(sample);
  volunteer.id.value = "zofia";
  volunteer.person = Located<PersonId>{sample.record.person.value, {}};
  organisation.staff.push_back(volunteer);
  CHECK(possible_signers(organisation, sample.record, sample.scheme(), sample.world, soft_skills(sample)) ==
        std::vector<std::string>{"luca-bianchi"});
}

TEST_CASE("one whose id means a member of another organisation of the case is not proposed") {
  Sample sample = with_second_host();
  Organisation& second = sample.world.organisations.find("kipos")->second;
  second.staff.front().id.value = "luca-bianchi";
  CHECK(possible_signers(second, sample.record, sample.scheme(), sample.world, soft_skills(sample)).empty());
}

TEST_CASE("the service centre that assessed signs for a competence and for the overview") {
  const Sample sample = path();
  CHECK(usual(sample, "competence") == std::vector<std::string>{"elena-ferro"});
  CHECK(usual(sample, "overview") == std::vector<std::string>{"elena-ferro"});
  CHECK(signing_organisations(sample.record, sample.scheme(), sample.request("competence")).front().value ==
        "csv-torino");
}

TEST_CASE("the document of a step is signed by the tutor who accompanied it") {
  Sample sample = path();
  CHECK(usual(sample, "attendance") == std::vector<std::string>{"giulia-neri"});
  CHECK(signing_organisations(sample.record, sample.scheme(), sample.request("attendance")).empty());
  Practitioner other = *sample.world.find_practitioner("giulia-neri");
  other.id.value = "paolo-verdi";
  other.name.value = "Paolo Verdi";
  sample.world.practitioners["paolo-verdi"] = other;
  sample.record.quality->by.value = "paolo-verdi";
  CHECK(usual(sample, "portfolio-confirmation") == std::vector<std::string>{"paolo-verdi"});
  CHECK(usual(sample, "self-assessment-statement") == std::vector<std::string>{"giulia-neri"});
}

TEST_CASE("the candidate signs nothing as her own tutor") {
  Sample sample = path();
  sample.world.practitioners["giulia-neri"].person = Located<PersonId>{sample.record.person.value, {}};
  CHECK(usual(sample, "attendance").empty());
}

TEST_CASE("an id means nobody where a tutor signs who is not of the case") {
  const Sample sample = path();
  const auto meant = [&](const char* kind, const char* id) {
    return find_signer(sample.record, sample.scheme(), sample.world, sample.request(kind), id);
  };
  CHECK(meant("attendance", "marco-riva").tutor == nullptr);
  CHECK(meant("attendance", "elena-ferro").staff == nullptr);
  CHECK(meant("attendance", "giulia-neri").organisation->id.value == "orto-sociale");
  CHECK(meant("competence", "elena-ferro").organisation->id.value == "csv-torino");
}
