#include <fmt/format.h>

#include "process/acts.h"
#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

/// The first assessment, or nullptr when none has a date.
const Assessment* first_of(const std::vector<Assessment>& assessments) {
  const Assessment* first = nullptr;
  for (const Assessment& assessment : assessments) {
    if (!was_read(assessment.on.value)) continue;
    if (first == nullptr || assessment.on.value < first->on.value) first = &assessment;
  }
  return first;
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.choice) {
    inquiry.object(record.section("assessments"), "assessed, and no choice of the candidate is on record",
                   way_to_record(record, inquiry.scheme, "choice"));
    return;
  }
  if (!record.choice->formal.value) {
    inquiry.object(record.choice->formal.place, "assessed, though the candidate did not choose formal assessment",
                   "formal assessment is hers to choose: `formal: true` once she has");
  }
  const Assessment* first = first_of(record.assessments);
  if (first == nullptr || !was_read(record.choice->on.value) || record.choice->on.value <= first->on.value) return;
  inquiry.object(record.choice->on.place,
                 fmt::format("chosen on {}, after the assessment of {}", record.choice->on.value.to_string(),
                             first->on.value.to_string()),
                 "put right the date that is wrong");
}

}  // namespace

constinit const Rule candidate_choice_rule{
    .id = "candidate.choice",
    .sentence = "The candidate chose formal assessment, on the day of the first assessment or before.",
    .why = "The project's page on EPALE: whether to be formally assessed is the candidate's choice.",
    .when = When::step,
    .section = "assessments",
    .check = check,
};

}  // namespace guerdon
