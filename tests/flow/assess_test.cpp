#include "flow/assess.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "flow/sample.h"
#include "model/scheme_read.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

std::string template_of(const std::string& scheme, const std::string& name) {
  std::ifstream in(GUERDON_SOURCE_DIR "/templates/" + scheme + '/' + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A scheme without its designs, which are reported and do not matter here.
Scheme scheme_of(const std::string& name) {
  Diagnostics ignored;
  auto scheme = read_scheme(
      "schemes/" + name + "-1",
      {{"scheme.yaml", template_of(name, "scheme.yaml")}, {"competences.yaml", template_of(name, "competences.yaml")}},
      ignored);
  REQUIRE(scheme.has_value());
  return *scheme;
}

const char* const all_threes =
    "{1a: 3, 1b: 3, 1c: 3, 2a: 3, 2b: 3, 2c: 3, 3a: 3, 3b: 3, 3c: 3, 4a: 3, 4b: 3, 4c: 3, 5a: 3, 5b: 3, 5c: 3}";

struct Taken {
  std::string text;
  std::string findings;
};

/// An assessment of empathy, whose result has these lines, after the proposals were taken.
Taken taken(const std::string& lines, const std::string& scheme = "lever-up") {
  Diagnostics findings;
  auto answer = read_answer("answer.yaml", "on: 2026-06-03\ncompetences:\n  - competence: Empathy\n" + lines,
                            "assessments", findings);
  REQUIRE(answer.has_value());
  take_proposals(*answer, scheme_of(scheme), findings);
  return {yaml::emit(answer->value, 0), test::listed(findings)};
}

TEST_CASE("An outcome that is left away is what the ratings propose") {
  for (const char* line : {"", "    outcome:\n"}) {
    CAPTURE(line);
    const Taken result = taken("    ratings: " + std::string(all_threes) + "\n" + line);
    CHECK(result.text.find("    outcome: accomplished\n") != std::string::npos);
    CHECK(result.findings.empty());
  }
}

TEST_CASE("An outcome that is said stays") {
  const Taken result = taken("    outcome: expert\n    ratings: " + std::string(all_threes) + "\n");
  CHECK(result.text.find("outcome: expert") != std::string::npos);
  CHECK(result.text.find("accomplished") == std::string::npos);
}

TEST_CASE("Where the ratings propose nothing, the outcome must be said") {
  std::string ratings = all_threes;
  for (std::size_t at = ratings.find(": 3"); at != std::string::npos; at = ratings.find(": 3"))
    ratings.replace(at, 3, ": not-applicable");
  const Taken result = taken("    ratings: " + ratings + "\n");
  CHECK(result.findings ==
        "answer.yaml:3:5: error: empathy has no outcome, and its ratings propose none [assessment.proposal]\n");
}

TEST_CASE("No outcome is taken while a criterion is not rated, or under a scheme that proposes nothing") {
  CHECK(taken("    ratings: {1a: 3}\n").text.find("outcome") == std::string::npos);
  CHECK(taken("    ratings: {1a: 3, 9z: five}\n").findings.empty());
  CHECK(taken("    ratings: " + std::string(all_threes) + "\n", "glore").text.find("outcome") == std::string::npos);
}

}  // namespace
}  // namespace guerdon
