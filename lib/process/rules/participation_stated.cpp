#include <fmt/format.h>

#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto& participation = inquiry.record.participation;
  if (participation && participation->stated && !participation->stated->tasks.empty()) {
    inquiry.object_if_after_issue("the volunteer stated her tasks", participation->stated->on);
    const auto& stated = *participation->stated;
    if (participation->assent)
      inquiry.object_if_after_issue("the volunteer agreed to what was written for her", participation->assent->on);
    if (participation->lacks_assent()) {
      inquiry.object(stated.place,
                     stated.scribe ? fmt::format("{} wrote this for the volunteer, who has not agreed to it yet",
                                                 stated.scribe->value)
                                   : "this is a group's form, and the volunteer has not agreed to it yet",
                     inquiry.command("participation", "--assent HOW"));
    }
    return;
  }
  inquiry.object(inquiry.record.section("participation"), "the volunteer has not stated her tasks",
                 inquiry.command("participation", "--tasks TEXT"));
}

}  // namespace

constinit const Rule participation_stated_rule{
    .id = "participation.stated",
    .sentence =
        "The volunteer stated what she did, by the issue date; what a scribe or one form for a group states for her, "
        "she agreed to.",
    .why =
        "The network's guide for organisations, 3.1: at the end of the time the volunteer fills in what the "
        "participation certificate needs.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
