#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

bool names_a_skill(const Objectives& objectives, const Framework& framework) {
  for (const Objectives::Aim& aim : objectives.skills) {
    if (framework.find(aim.skill.value) != nullptr) return true;
  }
  return false;
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const Objectives* first = nullptr;
  for (const Objectives& objectives : record.objectives) {
    const bool counts = names_a_skill(objectives, inquiry.scheme.framework);
    if (counts && (first == nullptr || objectives.on.value < first->on.value)) first = &objectives;
  }
  if (first != nullptr) {
    inquiry.object_if_after_issue("objectives were set", first->on);
    return;
  }
  inquiry.object(record.section("objectives"),
                 record.objectives.empty()
                     ? std::string("no learning objectives")
                     : fmt::format("no learning objective names a skill of {}", inquiry.scheme.id),
                 step_command(record, "set-objectives"));
}

}  // namespace

constinit const Rule objectives_present_rule{
    .id = "objectives.present",
    .sentence = "At least one learning objective refers to a skill of the framework, set by the issue date.",
    .why =
        "The network's guide for organisations, 3.2 step 2: objectives are set with the framework of soft skills as a "
        "reference.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
