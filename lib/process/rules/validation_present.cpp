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
  } else if (inquiry.issue->on < record.validation->on.value) {
    inquiry.object(record.validation->on.place,
                   fmt::format("validated on {}, after the issue date {}", record.validation->on.value.to_string(),
                               inquiry.issue->on.to_string()),
                   fmt::format("issue it from {} on", record.validation->on.value.to_string()));
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
