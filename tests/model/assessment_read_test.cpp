#include "model/assessment_read.h"

#include "model/record_file.h"

using namespace guerdon;
using test::replaced;

namespace {

const std::string text =
    "on: 2026-06-03\n"
    "kind: first\n"
    "by: [marco-riva, sara-conti]\n"
    "centre: csv-torino\n"
    "portfolio: 2026-05-28\n"
    "interview: {on: 2026-06-02, mode: remote}\n"
    "competences:\n"
    "  - competence: teamwork\n"
    "    ratings: {1a: 3, 1b: 4, 2a: not-applicable}\n"
    "    outcome: accomplished\n"
    "    because: The rota was hers\n"
    "    complexity: {context: low, task: mid-low, autonomy: high}\n"
    "    grounds: The rota shows it\n";

Assessment read_item(const yaml::Document& document, Diagnostics& findings) {
  static const Scale scale{{{1, "basic", "Basic"}, {2, "accomplished", "Accomplished"}, {3, "expert", "Expert"}}};
  yaml::Reader reader(document.path, findings);
  return read_assessment(document.root, reader, scale);
}

Assessment good(const std::string& from) {
  Diagnostics findings;
  Assessment out = read_item(test::parsed(from), findings);
  for (const Diagnostic& finding : findings.items())
    FAIL_CHECK(finding.message);
  return out;
}

std::vector<std::string> refused(const std::string& from) { return test::findings_of(from, read_item); }

using Findings = std::vector<std::string>;

}  // namespace

TEST_CASE("an assessment says when, which, by whom and for which centre") {
  const Assessment assessment = good(text);
  CHECK(assessment.on.value.to_string() == "2026-06-03");
  CHECK(assessment.kind.value == "first");
  REQUIRE(assessment.by.size() == 2);
  CHECK(assessment.by[1].value == "sara-conti");
  CHECK(assessment.by[1].place == Place{3, 18, 10});
  CHECK(assessment.centre->value == "csv-torino");
}

TEST_CASE("an assessment has the day of the portfolio's review and an interview") {
  const Assessment assessment = good(text);
  CHECK(assessment.portfolio->value.to_string() == "2026-05-28");
  REQUIRE(assessment.interview);
  CHECK(assessment.interview->on.value.to_string() == "2026-06-02");
  CHECK(assessment.interview->mode.value == "remote");
}

TEST_CASE("a result has a competence, an outcome, its complexity and its grounds") {
  const Assessment assessment = good(text);
  REQUIRE(assessment.results.size() == 1);
  const Assessment::Result& result = assessment.results[0];
  CHECK(result.competence.value == "teamwork");
  CHECK(result.level->value == 2);
  CHECK(result.because == "The rota was hers");
  REQUIRE(result.complexity);
  CHECK(result.complexity->context.value == "low");
  CHECK(result.complexity->task.value == "mid-low");
  CHECK(result.complexity->autonomy.value == "high");
  CHECK(result.grounds->value == "The rota shows it");
}

TEST_CASE("a rating is a number at its criterion, and none where the criterion does not apply") {
  const std::vector<Assessment::Rating> ratings = good(text).results[0].ratings;
  REQUIRE(ratings.size() == 3);
  CHECK(ratings[0].criterion.value == "1a");
  CHECK(ratings[0].criterion.place == Place{9, 15, 2});
  CHECK(ratings[0].value == 3);
  CHECK(ratings[1].value == 4);
  CHECK(ratings[2].criterion.value == "2a");
  CHECK_FALSE(ratings[2].value);
}

TEST_CASE("an assessment that is only begun has results with nothing but their competences") {
  const Assessment begun = good("on: 2026-06-03\nkind: appeal\nby: [a]\ncompetences: [{competence: teamwork}]\n");
  CHECK_FALSE(begun.centre);
  CHECK_FALSE(begun.portfolio);
  CHECK_FALSE(begun.interview);
  const Assessment::Result& result = begun.results[0];
  CHECK(result.ratings.empty());
  CHECK_FALSE(result.level);
  CHECK_FALSE(result.because);
  CHECK_FALSE(result.complexity);
  CHECK_FALSE(result.grounds);
}

TEST_CASE("outcomes that are not reached are level 0, which no number names") {
  CHECK(good(replaced(text, "accomplished", "not-reached")).results[0].level->value == 0);
  CHECK(good(replaced(text, "accomplished", "3")).results[0].level->value == 3);
  CHECK(refused(replaced(text, "accomplished", "0")) == Findings{"10:14: `0` is not a level of the scale"});
}

TEST_CASE("a rating that is refused is no rating") {
  Diagnostics findings;
  const Assessment assessment = read_item(test::parsed(replaced(text, "1b: 4", "1b: 5")), findings);
  REQUIRE(findings.items().size() == 1);
  CHECK(findings.items()[0].message == "a whole number from 1 to 4 is expected here, not `5`");
  CHECK(findings.items()[0].where.place == Place{9, 26, 1});
  CHECK(assessment.results[0].ratings.size() == 2);
}

TEST_CASE("what does not fit an assessment is said, each with its place") {
  struct Row {
    const char* from;
    const char* to;
    const char* finding;
  };
  const Row table[] = {
      {"on: 2026-06-03\n", "", "1:1: an assessment has no `on`"},
      {"by: [marco-riva, sara-conti]\n", "", "1:1: an assessment has no `by`"},
      {"kind: first", "kind: third", "2:7: `third` is not one of the words known here"},
      {"by: [marco-riva, sara-conti]", "by: marco-riva", "3:5: by is a list, not a text"},
      {"centre: csv-torino", "centre: CSV", "4:9: `CSV` is not an id"},
      {"on: 2026-06-02, ", "", "6:12: the interview has no `on`"},
      {"mode: remote", "mode: hybrid", "6:35: `hybrid` is not one of the words known here"},
      {"- competence: teamwork\n    ratings", "- ratings", "8:5: a result has no `competence`"},
      {"{1a: 3, 1b: 4, 2a: not-applicable}", "[3, 4]", "9:14: ratings are a block of criteria"},
      {"1a: 3", "1a: 0", "9:19: a whole number from 1 to 4 is expected here, not `0`"},
      {"not-applicable", "n/a", "9:33: `n/a` is no rating"},
      {"accomplished", "good", "10:14: `good` is not a level of the scale"},
      {"context: low, ", "", "12:17: the complexity has no `context`"},
      {"task: mid-low", "task: medium", "12:38: `medium` is not one of the words known here"},
      {"grounds:", "ground:", "13:5: `ground` is not a key of a result"},
  };
  for (const Row& row : table) {
    CAPTURE(row.to);
    CHECK(refused(replaced(text, row.from, row.to)) == Findings{row.finding});
  }
}
