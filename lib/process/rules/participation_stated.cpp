#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto& participation = inquiry.record.participation;
  if (participation && participation->stated && !participation->stated->tasks.empty()) {
    inquiry.object_if_after_issue("the volunteer stated her tasks", participation->stated->on);
    return;
  }
  inquiry.object(inquiry.record.section("participation"), "the volunteer has not stated her tasks",
                 inquiry.command("participation", "--tasks TEXT"));
}

}  // namespace

constinit const Rule participation_stated_rule{
    .id = "participation.stated",
    .sentence = "The volunteer stated what she did, by the issue date.",
    .why =
        "The network's guide for organisations, 3.1: at the end of the time the volunteer fills in what the "
        "participation certificate needs.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
