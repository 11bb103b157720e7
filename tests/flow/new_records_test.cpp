#include "flow/new_records.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::listed;
using test::Office;

const Date enrolment_day = *Date::parse("2026-02-10");

struct Desk {
  Office office;
  Diagnostics findings;
  World world = office.world(findings);

  NewRecords make(const Arrival& arrival, std::uint64_t seed = 1) const {
    return make_records(arrival, office.workspace(), world, enrolment_day, test::counted_random(seed));
  }
};

Arrival arrival_of(std::vector<std::pair<std::string, std::string>> values) {
  Arrival out;
  for (auto& [column, value] : values)
    out[column] = {value, {}};
  return out;
}

const Arrival zofia = arrival_of({{"name", "Zofia Wiśniewska"},
                                  {"project", "Garden: San Salvario"},
                                  {"from", "2026-03-02"},
                                  {"to", "2026-08-28"},
                                  {"hours", "640"},
                                  {"email", "zofia@example.org"}});

TEST_CASE("A new case holds the enrolment, the placement, and the banner of every section in order") {
  const Desk desk;
  const NewRecords made = desk.make(zofia);
  const std::string expected =
      "# yaml-language-server: $schema=../../.guerdon/schemas/case-glore-1.json\n"
      "format: case/1\ncase: " +
      made.case_id.text + "\nscheme: glore-1\nperson: " + made.person_id.text +
      "\n\n"
      "# ── enrolment ──────────────────────────────────────────────────\n"
      "enrolment:\n"
      "  on: 2026-02-10\n"
      "placement:\n"
      "  - organisation: orto-sociale\n"
      "    role: hosting\n"
      "    project: \"Garden: San Salvario\"\n"
      "    country: \"IT\"\n"
      "    from: 2026-03-02\n"
      "    to: 2026-08-28\n"
      "    hours: 640\n"
      "    coordinator: luca-bianchi\n"
      "\n"
      "# ── changes ────────────────────────────────────────────────────\n"
      "# ── objectives ─────────────────────────────────────────────────\n"
      "# ── midterm ────────────────────────────────────────────────────\n"
      "# ── evaluation form ────────────────────────────────────────────\n"
      "# ── participation ──────────────────────────────────────────────\n"
      "# ── self-assessment ────────────────────────────────────────────\n"
      "# ── validation ─────────────────────────────────────────────────\n"
      "# ── professional statement ─────────────────────────────────────\n"
      "# ── waivers ────────────────────────────────────────────────────\n";
  CHECK(made.case_text == expected);
  CHECK(made.case_path == "cases/2026/" + made.case_id.text + ".yaml");
  CHECK(made.findings.empty());
}

TEST_CASE("A new person holds what was told, and nothing that was not") {
  const Desk desk;
  const NewRecords made = desk.make(zofia);
  CHECK(made.person_text ==
        "# yaml-language-server: $schema=../.guerdon/schemas/person-1.json\nformat: person/1\nperson: " +
            made.person_id.text + "\nname: Zofia Wiśniewska\nemail: zofia@example.org\n");
  CHECK(made.person_path == "people/" + made.person_id.text + ".yaml");
}

TEST_CASE("An id that is taken is not given again") {
  Desk desk;
  const NewRecords first = desk.make(zofia);
  desk.world.case_paths.emplace(first.case_id.text, first.case_path);
  desk.world.people[first.person_id.text] = Person{};
  const NewRecords second = desk.make(zofia);
  CHECK(second.case_id != first.case_id);
  CHECK(second.person_id != first.person_id);
}

TEST_CASE("The id of a case bears the year of enrolment, not of today") {
  const Desk desk;
  Arrival arrival = zofia;
  arrival["on"] = {"2025-12-30", {}};
  const NewRecords made = desk.make(arrival);
  CHECK(made.case_id.year() == "2025");
  CHECK(made.case_text.find("  on: 2025-12-30\n") != std::string::npos);
}

TEST_CASE("A person on record is named, not made again") {
  Desk desk;
  desk.office.add_case();
  desk.world = desk.office.world(desk.findings);
  Arrival arrival = zofia;
  arrival["person"] = {"p-8h2m4c9w", {}};
  const NewRecords made = desk.make(arrival);
  CHECK(made.person_id.text == "p-8h2m4c9w");
  CHECK(made.person_text.empty());
  CHECK(made.case_text.find("person: p-8h2m4c9w\n") != std::string::npos);
}

TEST_CASE("Where a name stands for an id, a few of the people called so are told") {
  Desk desk;
  const auto hint = [&] {
    return desk
        .make(arrival_of({{"person", "ada VERDI"}, {"project", "G"}, {"from", "2026-03-02"}, {"to", "2026-08-28"}}))
        .findings.items()
        .at(0)
        .hint;
  };
  CHECK(hint() == "name the volunteer instead, and a new person is made");
  for (int i = 1; i <= 7; ++i) {
    const std::string id = "p-0000000" + std::to_string(i);
    desk.world.people[id].name.value = i == 1 ? "Verdi, Ada" : i == 7 ? "Ada Neri" : "Ada Verdi";
    if (i == 1) CHECK(hint().starts_with("name the volunteer"));
  }
  desk.world.people["p-00000001"].latin = Located<std::string>{"Ada Verdi", {}};
  CHECK(hint() ==
        "a person is named by an id: p-00000001 (Verdi, Ada), p-00000002 (Ada Verdi), p-00000003 (Ada Verdi), "
        "p-00000004 (Ada Verdi), p-00000005 (Ada Verdi) and 1 more");
}

TEST_CASE("What is missing or unknown is reported") {
  const Desk desk;
  const struct {
    Arrival arrival;
    std::string message;
  } faults[] = {
      {arrival_of({{"project", "G"}, {"from", "2026-03-02"}, {"to", "2026-08-28"}}),
       "the enrolment needs the volunteer's name"},
      {arrival_of({{"name", "Z"}, {"from", "2026-03-02"}, {"to", "2026-08-28"}}), "the enrolment needs `project`"},
      {arrival_of({{"name", "Z"}, {"project", "G"}, {"to", "2026-08-28"}}), "the enrolment needs `from`"},
      {arrival_of({{"name", "Z"}, {"project", "G"}, {"from", "2026-03-02"}}), "the enrolment needs `to`"},
      {arrival_of({{"person", "p-00000000"}, {"project", "G"}, {"from", "2026-03-02"}, {"to", "2026-08-28"}}),
       "there is no person `p-00000000`"},
      {arrival_of({{"name", "Z"}, {"on", "soon"}, {"project", "G"}, {"from", "2026-03-02"}, {"to", "2026-08-28"}}),
       "`soon` is not a date"},
  };
  for (const auto& [arrival, message] : faults) {
    const NewRecords made = desk.make(arrival);
    REQUIRE(made.findings.items().size() == 1);
    CHECK(made.findings.items()[0].message == message);
    CHECK(made.findings.items()[0].where.path == made.case_path);
  }
}

TEST_CASE("Country and role come from the organisation unless they are told") {
  const Desk desk;
  Arrival arrival = zofia;
  arrival["organisation"] = {"kipos", {}};
  CHECK(desk.make(arrival).case_text.find("  - organisation: kipos\n    role: hosting\n") != std::string::npos);
  CHECK(desk.make(arrival).case_text.find("country: \"GR\"") != std::string::npos);
  arrival["country"] = {"NO", {}};
  CHECK(desk.make(arrival).case_text.find("country: \"NO\"") != std::string::npos);
}

TEST_CASE("What is wrong with the person and with the stay is found in one go, each in its column") {
  Desk desk;
  Arrival arrival = zofia;
  arrival["email"] = {"nomail", {}};
  arrival["hours"] = {"many", {}};
  const NewRecords made = desk.make(arrival);
  const Diagnostics found = findings_of(made, desk.world);
  REQUIRE(found.items().size() == 2);
  CHECK(column_at(made, found.items()[0].where) == "email");
  CHECK(column_at(made, found.items()[1].where) == "hours");
  CHECK(column_at(made, {made.case_path, {}}).empty());
  CHECK(column_at(made, {"guerdon.yaml", {1, 1, 1}}).empty());
  CHECK(column_at(made, {made.case_path, {1, 1, 1}}).empty());
}

}  // namespace
}  // namespace guerdon
