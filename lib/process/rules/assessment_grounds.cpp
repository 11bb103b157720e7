#include <fmt/format.h>

#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  for (const HeldResult& held : results_to_certify(inquiry)) {
    if (held.result->grounds) continue;
    inquiry.object(held.result->place, fmt::format("the result of {} has no grounds", held.result->competence.value),
                   "the assessor writes them under `grounds:`; they are printed only when the candidate chose so");
  }
}

}  // namespace

constinit const Rule assessment_grounds_rule{
    .id = "assessment.grounds",
    .sentence = "Each result that is certified has written grounds.",
    .why =
        "A partner's page, csvlombardia.it: the candidate's badge carries the grounds for validation. Whether a "
        "certificate prints them is the candidate's choice.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
