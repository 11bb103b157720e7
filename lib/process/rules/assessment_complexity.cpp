#include <fmt/format.h>

#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  for (const HeldResult& held : results_to_certify(inquiry)) {
    if (held.result->complexity) continue;
    inquiry.object(held.result->place,
                   fmt::format("the result of {} says no complexity", held.result->competence.value),
                   "add `complexity:` with context, task and autonomy, each low, mid-low, mid-high or high");
  }
}

}  // namespace

constinit const Rule assessment_complexity_rule{
    .id = "assessment.complexity",
    .sentence = "Each result that is certified says how complex context, task and autonomy were.",
    .why =
        "The project's page on EPALE: complexity of context, task and autonomy, each from low to high, is the second "
        "measure beside the outcomes.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
