#include "model/organisation_read.h"

#include "model/record_file.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text() { return test::record_text("tests/schemas/workspace/organisations/orto-sociale.yaml"); }
std::string centre_text() { return test::record_text("tests/schemas/workspace/organisations/csv-torino.yaml"); }

Organisation read(const std::string& from) {
  Diagnostics findings;
  auto organisation = read_organisation(test::parsed(from), findings);
  REQUIRE(findings.empty());
  return *organisation;
}

}  // namespace

TEST_CASE("an organisation with every key is read as it was written") {
  const Organisation organisation = read(text());
  CHECK(organisation.id.value == "orto-sociale");
  CHECK(organisation.name.value == "Orto Sociale");
  CHECK(organisation.place == "Torino");
  CHECK(organisation.country == "IT");
  REQUIRE(organisation.roles.size() == 2);
  CHECK(organisation.roles[1].value == "coordinating");
  REQUIRE(organisation.member.size() == 1);
  CHECK(organisation.member[0].to->value.to_string() == "2029-12-31");
  REQUIRE(organisation.staff.size() == 2);
  CHECK(organisation.staff[0].coordinates);
  CHECK(organisation.staff[0].signs.empty());
}

TEST_CASE("a member of staff has a title, a mandate and professions") {
  const Organisation organisation = read(text());
  const Staff* president = organisation.find_staff("marta-rossi");
  REQUIRE(president != nullptr);
  CHECK(president->name.value == "Marta Rossi");
  CHECK(president->title == "President");
  CHECK_FALSE(president->coordinates);
  CHECK(president->person->value.text == "p-3w5x7z9b");
  REQUIRE(president->signs.size() == 1);
  CHECK(president->signs[0].from->value.to_string() == "2019-04-01");
  REQUIRE(president->professions.size() == 1);
  CHECK(president->professions[0].field.value == "gardening");
  CHECK(president->professions[0].title == "Master gardener");
  CHECK(organisation.find_staff("marta") == nullptr);
}

TEST_CASE("a span holds its first and its last day, and no other") {
  const Span span = read(text()).staff[1].signs[0];
  for (const char* day : {"2019-04-01", "2024-01-01", "2028-03-31"})
    CHECK(span.holds(*Date::parse(day)));
  for (const char* day : {"2019-03-31", "2028-04-01"})
    CHECK_FALSE(span.holds(*Date::parse(day)));
}

TEST_CASE("a span without an end holds every later day") {
  const Span span = read(replaced(text(), "        to: 2028-03-31\n", "")).staff[1].signs[0];
  CHECK(span.holds(*Date::parse("2999-12-31")));
}

TEST_CASE("an organisation is named as it was on the day") {
  const Organisation organisation = read(replaced(text(), "staff:", "  - name: Orti\n    until: 2015-12-31\nstaff:"));
  CHECK(organisation.name_on(*Date::parse("2015-12-31")) == "Orti");
  CHECK(organisation.name_on(*Date::parse("2016-06-30")) == "Orti in Comune");
  CHECK(organisation.name_on(*Date::parse("2016-07-01")) == "Orto Sociale");
}

TEST_CASE("an organisation was a service centre in stretches, each of a level") {
  const Organisation organisation = read(centre_text());
  REQUIRE(organisation.centre.size() == 2);
  CHECK(organisation.centre[0].level.value == "local");
  CHECK(organisation.centre[0].span.from->value.to_string() == "2018-01-01");
  CHECK(organisation.centre[0].span.to->value.to_string() == "2020-12-31");
  CHECK(organisation.centre[1].level.value == "national");
  CHECK_FALSE(organisation.centre[1].span.to);
  CHECK(read(text()).centre.empty());
}

TEST_CASE("what does not fit a service centre is said, each with its place") {
  struct Row {
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row table[] = {
      {"level: local", "level: regional", "8:12: `regional` is not one of the words known here"},
      {"    from: 2018-01-01\n", "", "8:5: a service centre has no `from`"},
      {"to: 2020-12-31", "to: 2017-12-31", "10:9: the end is before the start"},
      {"from: 2022-01-01", "since: 2022-01-01", "11:5: a service centre has no `from`"},
  };
  for (const Row& row : table) {
    const auto findings = findings_of(replaced(centre_text(), row.from, row.to), read_organisation);
    REQUIRE_FALSE(findings.empty());
    CHECK(findings.front() == row.finding);
  }
}

TEST_CASE("an organisation that closed has its last day and its successor") {
  Diagnostics findings;
  const auto closed = read_organisation(
      test::parsed(test::record_text("tests/schemas/workspace/organisations/orti-riuniti.yaml")), findings);
  REQUIRE(closed->closed);
  CHECK(closed->closed->on.value.to_string() == "2020-12-31");
  CHECK(closed->closed->successor->value == "orto-sociale");
}

TEST_CASE("each value of an organisation of the wrong kind is reported at its place") {
  for (const std::string& one : {text(), centre_text()}) {
    test::check_spoilt_values(one, read_organisation);
    test::check_spoilt_lists(one, read_organisation);
  }
}

TEST_CASE("what does not fit an organisation is said, each with its place") {
  struct Row {
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row table[] = {
      {"organisation: orto-sociale", "organisation: Orto", "2:15: `Orto` is not an id"},
      {"\"IT\"", "it", "5:10: `it` is not a country code"},
      {"\"IT\"", "ITA", "5:10: `ITA` is not a country code"},
      {"hosting", "host", "6:9: `host` is not one of the words known here"},
      {"to: 2029-12-31", "to: 2014-12-31", "9:9: the end is before the start"},
      {"id: marta-rossi", "id: luca-bianchi", "18:9: the staff id `luca-bianchi` stands twice"},
      {"coordinates: true", "coordinates: yes", "17:18: `true` or `false` is expected here, not `yes`"},
      {"professions:", "profession:", "25:5: `profession` is not a key of a member of staff"},
  };
  for (const Row& row : table) {
    const auto findings = findings_of(replaced(text(), row.from, row.to), read_organisation);
    REQUIRE(findings.size() == 1);
    CHECK(findings.front() == row.finding);
  }
}

TEST_CASE("a logo is a picture beside the record") {
  CHECK(read(text()).logo->file.value == "orto-sociale.svg");
  Logo logo{{"a.jpeg", {}}, {}};
  CHECK(logo.kept_name().empty());
  logo.sha256 = "abc";
  CHECK(logo.kept_name() == "abc.jpg");
  logo.file.value = "a.png";
  CHECK(logo.kept_name() == "abc.png");
  logo.file.value = "a.b.svg";
  CHECK(logo.kept_name() == "abc.svg");
  const auto said = [](const std::string& file) {
    const auto findings = findings_of(replaced(text(), "logo: orto-sociale.svg", "logo: " + file), read_organisation);
    return findings.empty() ? std::string() : findings.front();
  };
  for (const char* outside : {"../a.png", "/a.png", "x/a.png", ".a.png"})
    CHECK_MESSAGE(said(outside).find("is not a bare file name") != std::string::npos, outside);
  CHECK(said("a.svg").empty());
  CHECK(said("a.pdf").empty());
  CHECK(said("a.gif").find("`a.gif` is no .svg, .pdf, .png, .jpg or .jpeg") != std::string::npos);
}
