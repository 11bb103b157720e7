#include "flow/interview.h"

#include <doctest/doctest.h>

#include "flow/sample.h"

namespace guerdon {
namespace {

using test::Office;

struct Desk {
  Office office;
  Diagnostics loading;
  Workspace workspace = office.workspace();
  World world = office.world(loading);
  Random random = test::counted_random();
  EnrolmentDesk desk{workspace, world, *Date::parse("2026-02-10"), random};
};

Arrival arrival_of(const std::vector<std::pair<std::string, std::string>>& values) {
  Arrival out;
  for (const auto& [column, value] : values)
    out[column] = {value, {}};
  return out;
}

/// The columns that are asked about, in alphabetical order.
std::string asked_of(const Arrival& arrival, const Desk& desk) {
  std::vector<std::string> columns = arrival_columns();
  std::sort(columns.begin(), columns.end());
  std::string out;
  for (const std::string& column : columns) {
    const auto question = question_for(column, arrival, desk.desk);
    if (question) out += (out.empty() ? "" : " ") + column + (question->needed ? "!" : "");
  }
  return out;
}

std::string faults(const std::string& column, const Arrival& arrival, const Desk& desk) {
  std::string out;
  const Diagnostics found = faults_of(column, arrival, desk.desk);
  for (const Diagnostic& fault : found.items()) {
    CHECK(fault.where.path.empty());
    out += (out.empty() ? "" : "; ") + fault.message;
  }
  return out;
}

const std::vector<std::pair<std::string, std::string>> zofia{
    {"name", "Zofia Wiśniewska"}, {"project", "Garden"}, {"from", "2026-03-02"}, {"to", "2026-08-28"}};

Arrival zofia_with(const std::string& column, const std::string& value) {
  Arrival out = arrival_of(zofia);
  out[column] = {value, {}};
  return out;
}

TEST_CASE("There is no enrolment without a person, a project and both days") {
  for (const auto& [column, value] : zofia) {
    Arrival one = arrival_of(zofia);
    CHECK(!is_missing(column, one));
    one.erase(column);
    CHECK(is_missing(column, one));
  }
  CHECK(!is_missing("hours", arrival_of(zofia)));
  Arrival known = arrival_of(zofia);
  known.erase("name");
  known["person"] = {"p-8h2m4c9w", {}};
  CHECK(!is_missing("name", known));
}

TEST_CASE("What the arrival says, or the records, is not asked") {
  Desk desk;
  std::erase_if(desk.world.organisations, [](const auto& entry) { return entry.first != "orto-sociale"; });
  CHECK(asked_of({}, desk) == "adult born email from! hours introduced name! project! to!");
  CHECK(asked_of(arrival_of(zofia), desk) == "adult born email hours introduced");
  CHECK(asked_of(zofia_with("born", "2000-01-01"), desk) == "email hours introduced");
  CHECK(asked_of(arrival_of({{"person", "p-8h2m4c9w"}}), desk) == "from! hours introduced project! to!");
  CHECK(asked_of(zofia_with("name", "Άννα Παπαδοπούλου"), desk) == "adult born email hours introduced latin");
}

TEST_CASE("Organisations, coordinators and schemes are asked where there are several, and listed") {
  Desk desk;
  Organisation second = desk.world.organisations.at("orto-sociale");
  second.id.value = "casa-verde";
  second.name.value = "Casa Verde";
  second.place = "Asti";
  second.country.clear();
  Staff another = second.staff.front();
  another.id.value = "ada-rossi";
  another.name.value = "Ada Rossi";
  another.coordinates = true;
  second.staff.push_back(another);
  desk.world.organisations["casa-verde"] = second;

  const auto question = question_for("organisation", {}, desk.desk);
  REQUIRE(question);
  CHECK(question->choices.front().id == "casa-verde");
  CHECK(question->choices.front().meaning == "Casa Verde, Asti");
  CHECK(settled(*question, " casa verde ") == "casa-verde");
  CHECK(settled(*question, "Casa Verde, Asti") == "casa-verde");
  CHECK(settled(*question, "casa") == "casa");

  CHECK(!question_for("coordinator", {}, desk.desk));
  CHECK(!question_for("country", {}, desk.desk));
  const Arrival there = arrival_of({{"organisation", "casa-verde"}});
  CHECK(question_for("country", there, desk.desk));
  const auto coordinator = question_for("coordinator", there, desk.desk);
  REQUIRE(coordinator);
  CHECK(coordinator->choices.size() == 2);
  CHECK(settled(*coordinator, "ada rossi") == "ada-rossi");

  desk.world.schemes["lever-up-1"] = desk.world.schemes.begin()->second;
  CHECK(question_for("scheme", {}, desk.desk));
}

TEST_CASE("A name that two choices have chooses neither") {
  const EnrolmentQuestion question{false, false, {{"a-1", "Same, Torino"}, {"a-2", "Same, Asti"}}};
  CHECK(settled(question, "same") == "same");
  CHECK(settled(question, "same, asti") == "a-2");
  CHECK(settled(question, "") == "");
}

TEST_CASE("Yes and no are answers") {
  const EnrolmentQuestion question{false, true, {}};
  CHECK(settled(question, "Yes") == "true");
  CHECK(settled(question, " y\t") == "true");
  CHECK(settled(question, "no") == "");
  CHECK(settled(question, "perhaps") == "perhaps");
}

TEST_CASE("A wrong answer is told with the rule; what is missing elsewhere is not") {
  const Desk desk;
  CHECK(faults("name", arrival_of({{"name", "Zofia"}}), desk).empty());
  CHECK(faults("project", arrival_of({{"project", "Garden"}}), desk).empty());
  CHECK(faults("from", arrival_of({{"from", "03/04/2026"}}), desk) == "`03/04/2026` is not a date");
  CHECK(faults("to", zofia_with("to", "2026-01-01"), desk) ==
        "the placement ends on 2026-01-01, before it begins on 2026-03-02");
  CHECK(faults("from", zofia_with("to", "2026-01-01"), desk).empty());
  for (const auto& [column, wrong] : std::vector<std::pair<std::string, std::string>>{{"hours", "many"},
                                                                                      {"organisation", "nowhere"},
                                                                                      {"coordinator", "nobody"},
                                                                                      {"country", "Italy"},
                                                                                      {"email", "nomail"},
                                                                                      {"born", "1.2.2000"},
                                                                                      {"introduced", "soon"},
                                                                                      {"adult", "perhaps"},
                                                                                      {"person", "p-nobody"},
                                                                                      {"scheme", "nothing"},
                                                                                      {"on", "today"},
                                                                                      {"name", "Zofia\x1b[31m"}}) {
    CAPTURE(column);
    CHECK(!faults(column, zofia_with(column, wrong), desk).empty());
  }
  for (const auto& [column, right] : std::vector<std::pair<std::string, std::string>>{
           {"hours", "640"}, {"email", "z@example.org"}, {"adult", "true"}}) {
    CAPTURE(column);
    CHECK(faults(column, zofia_with(column, right), desk).empty());
  }
}

TEST_CASE("Nobody who was tried stays in the world") {
  Desk desk;
  const std::size_t before = desk.world.people.size();
  CHECK(faults("from", arrival_of(zofia), desk).empty());
  CHECK(desk.world.people.size() == before);
}

}  // namespace
}  // namespace guerdon
