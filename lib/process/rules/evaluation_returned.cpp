#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto& evaluation = inquiry.record.evaluation;
  if (evaluation && evaluation->returned) {
    inquiry.object_if_after_issue("the evaluation form came back", *evaluation->returned);
    return;
  }
  inquiry.object(inquiry.record.section("evaluation"), "the project evaluation form has not come back",
                 inquiry.command("evaluation", "--returned DATE"));
}

}  // namespace

constinit const Rule evaluation_returned_rule{
    .id = "evaluation.returned",
    .sentence = "The volunteer filled in the project evaluation form by the issue date.",
    .why =
        "The network's page for volunteers: only who has filled in the form, in the last month, gets the code for the "
        "certificate.",
    .when = When::issue,
    .unless = "if it never came back",
    .check = check,
};

}  // namespace guerdon
