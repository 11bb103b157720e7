#include "process/crosswalk.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

std::vector<std::string> told(const std::vector<Crosswalk::Near>& near) {
  std::vector<std::string> out;
  for (const auto& one : near)
    out.push_back(one.skill + '/' + one.scheme);
  return out;
}

Sample path() { return Sample(guerdon::test::lever_up_files(), guerdon::test::lever_up()); }

}  // namespace

TEST_CASE("a competence that was assessed has its nearest skills in the other scheme") {
  Sample sample = path();
  const Scheme lever_up = guerdon::test::lever_up();
  sample.world.schemes[guerdon::test::glore().id] = guerdon::test::glore();
  const auto crosswalk = crosswalk_of(sample.record, lever_up, sample.world);
  REQUIRE(crosswalk.size() == 1);
  CHECK(crosswalk[0].name == "Teamwork");
  CHECK(told(crosswalk[0].near) == std::vector<std::string>{"team-work/glore-1", "conflict-management/glore-1"});
  CHECK(crosswalk[0].key_competences == std::vector<std::string>{"Personal, social and learning to learn competence"});
  CHECK(crosswalk[0].esco.size() == 2);
  CHECK(crosswalk[0].outcomes == 6);
  CHECK(crosswalk[0].criteria == 17);
}

TEST_CASE("a skill of a scheme that the workspace lacks is named by its id alone") {
  const Sample sample = path();
  const auto crosswalk = crosswalk_of(sample.record, guerdon::test::lever_up(), sample.world);
  REQUIRE(crosswalk.size() == 1);
  CHECK(told(crosswalk[0].near) == std::vector<std::string>{"team-work/", "conflict-management/"});
}

TEST_CASE("a GloRe skill has the competences that name it as near") {
  Sample sample;
  sample.world.schemes["lever-up-1"] = guerdon::test::lever_up();
  const auto crosswalk = crosswalk_of(sample.record, guerdon::test::glore(), sample.world);
  const auto team =
      std::find_if(crosswalk.begin(), crosswalk.end(), [](const auto& c) { return c.skill == "team-work"; });
  REQUIRE(team != crosswalk.end());
  CHECK(told(team->near) == std::vector<std::string>{"teamwork/lever-up-1"});
}

TEST_CASE("without a result the crosswalk is that of what is claimed") {
  Sample sample = path();
  sample.record.assessments.clear();
  sample.record.identification->competences[0].competence.value = "empathy";
  const auto crosswalk = crosswalk_of(sample.record, guerdon::test::lever_up(), sample.world);
  REQUIRE(crosswalk.size() == 1);
  CHECK(crosswalk[0].skill == "empathy");
}
