#include <fmt/format.h>

#include "base/text.h"
#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

std::vector<std::string> words_for_outcomes(const Scale& scale) {
  std::vector<std::string> out;
  for (const Level& level : scale.levels)
    out.push_back(level.id.empty() ? fmt::format("{}", level.number) : level.id);
  out.emplace_back("not-reached");
  return out;
}

void check(const Inquiry& inquiry) {
  for (const HeldResult& held : results_to_certify(inquiry)) {
    if (held.result->level) continue;
    inquiry.object(held.result->place, fmt::format("the result of {} says no outcome", held.result->competence.value),
                   "add `outcome:`, which is " + joined_or(words_for_outcomes(inquiry.scheme.scale)));
  }
}

}  // namespace

constinit const Rule assessment_outcomes_rule{
    .id = "assessment.outcomes",
    .sentence = "Each result that is certified says how far the learning outcomes are fulfilled.",
    .why =
        "The project's page on EPALE: a competence is assessed by its learning outcomes, as basic, accomplished or "
        "expert.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
