#include <fmt/format.h>

#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.evaluation || !record.evaluation->sent) {
    inquiry.object(record.section("evaluation"), "the project evaluation form was not sent to the volunteer",
                   inquiry.command("evaluation", "--sent DATE"));
    return;
  }
  const Located<Date>& sent = *record.evaluation->sent;
  inquiry.object_if_after_issue("the evaluation form was sent", sent);
  if (record.self_assessment && record.self_assessment->on.value < sent.value) {
    inquiry.object(sent.place,
                   fmt::format("the evaluation form was sent on {}, after the self-assessment of {}",
                               sent.value.to_string(), record.self_assessment->on.value.to_string()),
                   "put right the date that is wrong");
  }
}

}  // namespace

constinit const Rule evaluation_sent_rule{
    .id = "evaluation.sent",
    .sentence =
        "The project evaluation form was sent to the volunteer by the issue date, and not after the self-assessment.",
    .why =
        "The network's guide for organisations, 3.2 step 4: the organisation has to send it, and the step comes before "
        "the self-assessment.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
