#include "model/practitioner_read.h"

#include "model/record_file.h"

using namespace guerdon;
using test::findings_of;
using test::replaced;

namespace {

std::string text() { return test::record_text("tests/schemas/workspace/practitioners/marta-rossi.yaml"); }

Practitioner read(const std::string& from) {
  Diagnostics findings;
  auto practitioner = read_practitioner(test::parsed(from), findings);
  for (const Diagnostic& finding : findings.items())
    FAIL_CHECK(finding.message);
  return *practitioner;
}

}  // namespace

TEST_CASE("a practitioner has an id, a name, a file as a person, and organisations") {
  const Practitioner practitioner = read(text());
  CHECK(practitioner.path == "a.yaml");
  CHECK(practitioner.id.value == "marta-rossi");
  CHECK(practitioner.name.value == "Marta Rossi");
  CHECK(practitioner.name.place == Place{3, 7, 11});
  CHECK(practitioner.person->value.text == "p-3w5x7z9b");
  REQUIRE(practitioner.organisations.size() == 1);
  CHECK(practitioner.organisations[0].value == "orto-sociale");
}

TEST_CASE("a training has its days, its hours, its modules and its face-to-face days") {
  const Practitioner practitioner = read(text());
  REQUIRE(practitioner.training);
  CHECK(practitioner.training->from.value.to_string() == "2024-10-01");
  CHECK(practitioner.training->to.value.to_string() == "2024-11-30");
  CHECK(practitioner.training->hours.value == 20);
  REQUIRE(practitioner.training->modules.size() == 5);
  CHECK(practitioner.training->modules[4].number.value == 5);
  CHECK(practitioner.training->modules[4].on.value.to_string() == "2024-11-26");
  CHECK(practitioner.training->modules[4].passed);
  REQUIRE(practitioner.training->blended.size() == 1);
  CHECK(practitioner.training->blended[0].value.to_string() == "2024-11-30");
}

TEST_CASE("a module that was failed and taken again stands twice") {
  const Practitioner practitioner = read(test::record_text("tests/schemas/workspace/practitioners/marco-riva.yaml"));
  REQUIRE(practitioner.training->modules.size() == 6);
  CHECK(practitioner.training->modules[3].number.value == 4);
  CHECK_FALSE(practitioner.training->modules[3].passed);
  CHECK(practitioner.training->modules[4].number.value == 4);
  CHECK(practitioner.training->modules[4].passed);
}

TEST_CASE("a badge has a role, its days and the centre that awarded it") {
  const Practitioner practitioner = read(text());
  REQUIRE(practitioner.badges.size() == 1);
  CHECK(practitioner.badges[0].role.value == "tutor");
  CHECK(practitioner.badges[0].valid.from->value.to_string() == "2024-12-01");
  CHECK_FALSE(practitioner.badges[0].valid.to);
  CHECK(practitioner.badges[0].centre.value == "csv-torino");
}

TEST_CASE("a practitioner is known by a name alone") {
  const Practitioner practitioner = read("format: practitioner/1\npractitioner: a\nname: Anna\n");
  CHECK_FALSE(practitioner.person);
  CHECK_FALSE(practitioner.training);
  CHECK(practitioner.organisations.empty());
  CHECK(practitioner.badges.empty());
}

TEST_CASE("each value of a practitioner of the wrong kind is reported at its place") {
  test::check_spoilt_values(text(), read_practitioner);
  test::check_spoilt_lists(text(), read_practitioner);
}

TEST_CASE("what does not fit a practitioner is said, each with its place") {
  struct Row {
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row table[] = {
      {"practitioner: marta-rossi", "practitioner: Marta", "2:15: `Marta` is not an id"},
      {"name: Marta Rossi\n", "", "1:1: a practitioner has no `name`"},
      {"person: p-3w5x7z9b", "person: marta", "4:9: this is not a person's id"},
      {"organisations:", "organisation:", "5:1: `organisation` is not a key of a practitioner"},
      {"  to: 2024-11-30\n", "", "7:3: the training has no `to`"},
      {"to: 2024-11-30", "to: 2024-09-30", "8:7: the end is before the start"},
      {"badges:\n", "badges:\n  - {badge: tutor, from: 2024-12-01, centre: orto-sociale}\n",
       "19:5: the tutor's badge from that day stands twice"},
      {"hours: 20", "hours: 0", "9:10: a whole number from 1 to 1000 is expected here, not `0`"},
      {"module: 1", "module: 21", "11:16: a whole number from 1 to 20 is expected here, not `21`"},
      {", passed: true", "", "11:7: a module has no `passed`"},
      {"blended: [2024-11-30]", "blended: [2024-11-31]", "16:13: `2024-11-31` is not a date"},
      {"badge: tutor", "badge: tutors", "18:13: `tutors` is not one of the words known here"},
      {"from: 2024-12-01, centre", "centre", "18:5: a badge has no `from`"},
      {"2024-12-01,", "2024-12-01, to: 2024-11-01,", "18:42: the end is before the start"},
      {", centre: csv-torino", "", "18:5: a badge has no `centre`"},
  };
  for (const Row& row : table) {
    CAPTURE(row.to);
    CHECK(findings_of(replaced(text(), row.from, row.to), read_practitioner) == std::vector<std::string>{row.finding});
  }
}

TEST_CASE("a practitioner of another format is not read further") {
  Diagnostics findings;
  CHECK_FALSE(read_practitioner(test::parsed(replaced(text(), "practitioner/1", "practitioner/2")), findings));
  CHECK(findings.items()[0].message == "`practitioner/2` is not a format this guerdon reads here");
}
