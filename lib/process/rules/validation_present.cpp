#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.validation) {
    inquiry.object(record.section("validation"), "volunteer and organisation have not agreed on the skills",
                   step_command(record, "validate"));
  } else {
    inquiry.object_if_after_issue("validated", record.validation->on);
  }
}

}  // namespace

constinit const Rule validation_present_rule{
    .id = "validation.present",
    .sentence = "Volunteer and organisation met and agreed on skills and levels, not after the issue date.",
    .why =
        "The network's guide for organisations, 3.2 step 6: both meet to discuss the self-assessment, and the "
        "certificate follows what they "
        "agree on.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
