#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  if (inquiry.record.midterm) {
    inquiry.object_if_after_issue("the mid-term evaluation took place", inquiry.record.midterm->on);
    return;
  }
  inquiry.object(inquiry.record.section("midterm"), "no mid-term evaluation", step_command(inquiry.record, "midterm"));
}

}  // namespace

constinit const Rule midterm_present_rule{
    .id = "midterm.present",
    .sentence = "A mid-term evaluation took place by the issue date.",
    .why =
        "The network's guide for organisations, 3.2 step 3: the organisation should carry one out. It says should, so "
        "a missed one can be "
        "waived by somebody who answers for it.",
    .when = When::issue,
    .unless = "if it did not take place",
    .check = check,
};

}  // namespace guerdon
