#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  if (inquiry.record.self_assessment) {
    const SelfAssessment& own = *inquiry.record.self_assessment;
    inquiry.object_if_after_issue("the volunteer assessed herself", own.on);
    if (own.assent) inquiry.object_if_after_issue("the volunteer agreed to what was written for her", own.assent->on);
    if (own.lacks_assent()) {
      inquiry.object(own.place,
                     fmt::format("{} wrote this for the volunteer, who has not agreed to it yet", own.scribe->value),
                     inquiry.command("self-assess", "--assent HOW"));
    }
    return;
  }
  inquiry.object(inquiry.record.section("self-assessment"), "the volunteer has not assessed herself",
                 step_command(inquiry.record, "self-assess"));
}

}  // namespace

constinit const Rule self_assessment_present_rule{
    .id = "self-assessment.present",
    .sentence = "The volunteer assessed herself by the issue date, and agreed to what a scribe wrote for her.",
    .why =
        "The network's guide for organisations, 3.2 step 5: towards the end the volunteer has to assess her own "
        "skills.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
