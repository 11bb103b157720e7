#include "process/assessing.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

Date day(const char* text) { return *Date::parse(text); }

Sample path() { return Sample(guerdon::test::lever_up_files(), guerdon::test::lever_up()); }

Assessment assessment_of(const char* on, const std::vector<std::pair<const char*, int>>& results) {
  Assessment out;
  out.on.value = day(on);
  for (const auto& [competence, level] : results) {
    Assessment::Result result;
    result.competence.value = competence;
    result.level = Located<int>{level, {}};
    out.results.push_back(std::move(result));
  }
  return out;
}

/// "teamwork 2 2026-06-03" of each.
std::vector<std::string> told(const std::vector<HeldResult>& all) {
  std::vector<std::string> out;
  for (const HeldResult& held : all) {
    out.push_back(held.result->competence.value + ' ' + std::to_string(held.result->level->value) + ' ' +
                  held.assessment->on.value.to_string());
  }
  return out;
}

Case appealed() {
  Case record;
  record.assessments = {assessment_of("2026-06-03", {{"teamwork", 1}, {"empathy", 0}}),
                        assessment_of("2026-07-03", {{"leadership", 3}, {"teamwork", 2}})};
  return record;
}

std::vector<std::string> certified(const Case& record, const IssueRequest& request) {
  const Sample sample = path();
  const RuleSetting setting;
  Diagnostics findings;
  return told(results_to_certify(Inquiry(record, sample.scheme(), sample.world, setting, &request, findings)));
}

}  // namespace

TEST_CASE("the last assessment that judged a competence holds") {
  CHECK(told(results_that_hold(appealed(), day("2026-07-03"))) ==
        std::vector<std::string>{"teamwork 2 2026-07-03", "empathy 0 2026-06-03", "leadership 3 2026-07-03"});
}

TEST_CASE("what was not reached is not certified") {
  CHECK(certified(appealed(), {.kind = "competence", .on = day("2026-07-03"), .together = {}, .signers = {}}) ==
        std::vector<std::string>{"teamwork 2 2026-07-03", "leadership 3 2026-07-03"});
}

TEST_CASE("a certificate of one competence states that one alone") {
  const IssueRequest request{
      .kind = "competence", .on = day("2026-07-03"), .together = {}, .signers = {}, .competence = "leadership"};
  CHECK(certified(appealed(), request) == std::vector<std::string>{"leadership 3 2026-07-03"});
}

TEST_CASE("until the day of an appeal the assessment before it holds") {
  CHECK(told(results_that_hold(appealed(), day("2026-07-02"))) ==
        std::vector<std::string>{"teamwork 1 2026-06-03", "empathy 0 2026-06-03"});
}

TEST_CASE("a result without an outcome is none that was reached") {
  Assessment::Result result;
  CHECK_FALSE(is_reached(result));
  result.level = Located<int>{0, {}};
  CHECK_FALSE(is_reached(result));
  result.level = Located<int>{1, {}};
  CHECK(is_reached(result));
}

TEST_CASE("tutors are named at four steps, assessors in each assessment") {
  const Sample sample = path();
  CHECK(tutors_of(sample.record).size() == 4);
  REQUIRE(assessors_of(sample.record).size() == 1);
  CHECK(assessors_of(sample.record).front().practitioner.value == "marco-riva");
  CHECK(assessors_of(sample.record).front().on == day("2026-06-03"));
}

TEST_CASE("two ids mean one person by person id, and by name where one of them has none") {
  World world;
  const auto add = [&](const char* id, const char* name, const char* person) {
    Practitioner practitioner;
    practitioner.id.value = id;
    practitioner.name.value = name;
    if (person != nullptr) practitioner.person = Located<PersonId>{{person}, {}};
    world.practitioners[id] = std::move(practitioner);
  };
  add("a", "Giulia Neri", "p-11111111");
  add("b", "G. Neri", "p-11111111");
  add("c", "GIULIA NERI", nullptr);
  add("d", "Giulia Neri", "p-22222222");
  CHECK(is_one_person(world, "a", "b"));
  CHECK(is_one_person(world, "a", "c"));
  CHECK_FALSE(is_one_person(world, "a", "d"));
  CHECK_FALSE(is_one_person(world, "b", "c"));
  CHECK(is_one_person(world, "nobody", "nobody"));
  CHECK_FALSE(is_one_person(world, "a", "nobody"));
}

TEST_CASE("why no span holds is told by the last end before the day, else by the first start after it") {
  const auto span = [](const char* from, const char* to) {
    return Span{Located<Date>{day(from), {}}, Located<Date>{day(to), {}}};
  };
  const std::vector<Span> spans{span("2020-01-01", "2020-12-31"), span("2022-01-01", "2022-12-31")};
  CHECK(why_not_on(spans, day("2019-12-31")) == "it begins on 2020-01-01");
  CHECK(why_not_on(spans, day("2021-06-01")) == "it ended on 2020-12-31");
  CHECK(why_not_on(spans, day("2023-06-01")) == "it ended on 2022-12-31");
  CHECK(why_not_on({}, day("2023-06-01")) == "none is on record");
  CHECK(holds_on(spans, day("2022-12-31")));
  CHECK_FALSE(holds_on(spans, day("2021-06-01")));
}
