#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const Located<Date>& on = inquiry.record.validation->on;
  const auto& assessed = inquiry.record.self_assessment;
  if (!assessed) {
    inquiry.object(on.place,
                   fmt::format("validated on {}, but the volunteer has not assessed herself", on.value.to_string()),
                   step_command(inquiry.record, "self-assess"));
  } else if (on.value < assessed->on.value) {
    inquiry.object(on.place,
                   fmt::format("validated on {}, before the self-assessment of {}", on.value.to_string(),
                               assessed->on.value.to_string()),
                   "put right the date that is wrong");
  }
}

}  // namespace

constinit const Rule validation_order_rule{
    .id = "validation.order",
    .sentence = "The validation does not come before the self-assessment; the same day will do.",
    .why =
        "The network's guide for organisations, 3.2 step 6: what is discussed is the self-assessment that the "
        "volunteer has done.",
    .when = When::step,
    .section = "validation",
    .check = check,
};

}  // namespace guerdon
