#include "process/proposal.h"

#include <doctest/doctest.h>

#include "process/sample.h"

using namespace guerdon;

namespace {

/// Four outcomes of two criteria each.
Skill competence() {
  Skill out;
  for (int i = 0; i < 4; ++i)
    out.outcomes.push_back({"outcome", {"first", "second"}});
  return out;
}

/// A rating for each criterion in turn; 0 is not applicable, -1 none at all.
std::vector<Assessment::Rating> ratings(const std::vector<int>& values) {
  std::vector<Assessment::Rating> out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (values[i] < 0) continue;
    const std::string id = std::to_string(i / 2 + 1) + (i % 2 == 0 ? 'a' : 'b');
    out.push_back({{id, {}}, values[i] > 0 ? std::optional<int>(values[i]) : std::nullopt});
  }
  return out;
}

Scheme scheme(const std::string& method) {
  Scheme out = guerdon::test::lever_up();
  for (RuleSetting& setting : out.rules) {
    if (setting.rule.value == "assessment.proposal") setting.words["method"] = {method};
  }
  return out;
}

Proposal proposed(const std::vector<int>& values, const std::string& method = "mean-share") {
  return *proposal_of(competence(), ratings(values), scheme(method));
}

}  // namespace

TEST_CASE("points count over the criteria that have a number, in all and by learning outcome") {
  const Proposal proposal = proposed({4, 3, 2, 0, 4, 4, 1, 3});
  CHECK(proposal.points.got == 21);
  CHECK(proposal.points.most == 28);
  CHECK(proposal.points.permille() == 750);
  REQUIRE(proposal.outcomes.size() == 4);
  CHECK(proposal.outcomes[1].got == 2);
  CHECK(proposal.outcomes[1].most == 4);
  CHECK(proposal.rated == 7);
  CHECK(proposal.criteria == 8);
}

TEST_CASE("a share that was missed by a little is not rounded up to its threshold") {
  const Points points{41, 59};
  CHECK(points.permille() == 695);
  CHECK_FALSE(points.reach(70));
  CHECK(Points{7, 10}.reach(70));
}

TEST_CASE("nothing is proposed while a criterion has no rating, and it is named") {
  const Proposal proposal = proposed({4, 4, 4, -1, 4, 4, 4, -1});
  CHECK_FALSE(proposal.level.has_value());
  CHECK(proposal.limit == Proposal::Limit::unrated);
  CHECK(proposal.unrated == std::vector<std::string>{"2b", "4b"});
  CHECK(arithmetic_of(proposal, scheme("mean-share")) ==
        std::vector<std::string>{"2 of 8 criteria are not rated: nothing is proposed"});
}

TEST_CASE("nothing is proposed where too few criteria are rated with a number") {
  const Proposal proposal = proposed({4, 4, 4, 4, 4, 4, 4, 0});
  CHECK_FALSE(proposal.level.has_value());
  CHECK(proposal.limit == Proposal::Limit::not_applicable);
}

TEST_CASE("a learning outcome below the floor lets nothing above basic be proposed") {
  const Proposal proposal = proposed({4, 4, 4, 4, 4, 4, 1, 2});
  CHECK(proposal.level == 1);
  CHECK(proposal.limit == Proposal::Limit::weak_outcome);
  CHECK(proposed({4, 4, 4, 4, 4, 4, 2, 2}).level == 2);
}

TEST_CASE("what is not reached is not made basic by a weak outcome") {
  const Proposal proposal = proposed({2, 2, 2, 2, 2, 2, 1, 1});
  CHECK(proposal.level == 0);
  CHECK(proposal.limit == Proposal::Limit::none);
}

TEST_CASE("LEVER 1 rounds the mean to the nearest half, and names what is to be improved") {
  CHECK(proposed({3, 3, 3, 3, 3, 3, 4, 4}, "lever-1").halves == 7);
  CHECK(proposed({3, 3, 3, 3, 3, 3, 3, 4}, "lever-1").halves == 6);
  const Proposal low = proposed({4, 4, 2, 4, 4, 1, 4, 4}, "lever-1");
  CHECK(low.level == 0);
  CHECK(low.low == std::vector<std::string>{"2a", "3b"});
  CHECK(low.limit == Proposal::Limit::low_rating);
}

TEST_CASE("LEVER 1 tells of the criteria that are not applicable") {
  const Scheme version = scheme("lever-1");
  const Proposal proposal = proposed({4, 4, 0, 4, 4, 0, 4, 4}, "lever-1");
  CHECK(arithmetic_of(proposal, version) ==
        std::vector<std::string>{"24 points for 6 criteria: a mean of 4.00, rounded to 4.0",
                                 "to improve: 2 criteria not applicable"});
}

TEST_CASE("a rating of a criterion that there is not does not count") {
  std::vector<Assessment::Rating> all = ratings({3, 3, 3, 3, 3, 3, 3, 3});
  all.push_back({{"7a", {}}, 1});
  CHECK(proposal_of(competence(), all, scheme("mean-share"))->points.permille() == 750);
}

TEST_CASE("a scheme without the rule, or with it off, proposes nothing") {
  CHECK_FALSE(proposal_of(competence(), {}, guerdon::test::glore()).has_value());
  Scheme off = guerdon::test::lever_up();
  for (RuleSetting& setting : off.rules)
    setting.strength = Strength::off;
  CHECK_FALSE(proposal_of(competence(), {}, off).has_value());
}

TEST_CASE("an outcome is said as a record says it") {
  const Scale& scale = guerdon::test::lever_up().scale;
  CHECK(outcome_word(scale, 0) == "not-reached");
  CHECK(outcome_word(scale, 2) == "accomplished");
  CHECK(outcome_word(guerdon::test::glore().scale, 1) == "1");
}
