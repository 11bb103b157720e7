#include <fmt/format.h>

#include "base/text.h"
#include "process/proposal.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

void check_rated(const Inquiry& inquiry, const Assessment::Result& result, const Proposal& proposal) {
  if (proposal.unrated.empty()) return;
  inquiry.object(result.place,
                 fmt::format("{}: {} of {} criteria {} not rated", result.competence.value, proposal.unrated.size(),
                             proposal.criteria, proposal.unrated.size() == 1 ? "is" : "are"),
                 fmt::format("rate {} from 1 to 4, or as `not-applicable`", enumerated(proposal.unrated)));
}

void check_outcome(const Inquiry& inquiry, const Assessment::Result& result, const Proposal& proposal) {
  if (!result.level || result.because || proposal.level == result.level->value || !proposal.unrated.empty()) return;
  const Scale& scale = inquiry.scheme.scale;
  const std::string proposed = proposal.level ? outcome_word(scale, *proposal.level) : "nothing";
  std::string hint = "say why under `because:`, which is never printed";
  if (proposal.level) hint += fmt::format(", or record `outcome: {}`", proposed);
  for (const std::string& line : arithmetic_of(proposal, inquiry.scheme))
    hint += '\n' + line;
  inquiry.object(result.level->place,
                 fmt::format("{} is {}, and its ratings propose {}", result.competence.value,
                             outcome_word(scale, result.level->value), proposed),
                 hint);
}

void check(const Inquiry& inquiry) {
  for (const Assessment& assessment : inquiry.record.assessments) {
    for (const Assessment::Result& result : assessment.results) {
      const Skill* competence = inquiry.scheme.framework.find(result.competence.value);
      if (competence == nullptr) continue;
      const auto proposal = proposal_of(*competence, result.ratings, inquiry.scheme);
      if (!proposal) continue;
      check_rated(inquiry, result, *proposal);
      check_outcome(inquiry, result, *proposal);
    }
  }
}

constexpr Parameter parameters[] = {
    {.name = "method", .meaning = "how the ratings become a proposal", .words = proposal_methods},
    {.name = "basic", .meaning = "mean-share: the least share of the points for level 1", .least = 1, .most = 100},
    {.name = "accomplished", .meaning = "mean-share: the least share for level 2", .least = 1, .most = 100},
    {.name = "expert", .meaning = "mean-share: the least share for level 3", .least = 1, .most = 100},
    {.name = "floor",
     .meaning = "mean-share: with a learning outcome whose mean is below it nothing above level 1 is proposed",
     .least = 1,
     .most = most_rating},
    {.name = "rated",
     .meaning = "mean-share: with fewer criteria rated with a number nothing is proposed",
     .least = 1,
     .most = 100},
    {.name = "good", .meaning = "lever-1: the least rounded mean that is good, in half points", .least = 2, .most = 8},
};

}  // namespace

constinit const Rule assessment_proposal_rule{
    .id = "assessment.proposal",
    .sentence =
        "Each criterion of a competence that is assessed is rated, and an outcome that is not what the ratings propose "
        "says why.",
    .why =
        "The project's page on EPALE: a semi-automated tool proposes, the assessor decides. How ratings propose is not "
        "told: `mean-share` and its thresholds are our decision. `lever-1` is the first project's overview: every "
        "rating above 2 gives fair or good by the mean rounded to the nearest half, any at 2 or below or not "
        "applicable gives to improve; that fair is level 1, good level 2 and to improve not reached is our decision.",
    .when = When::step,
    .section = "assessments",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
