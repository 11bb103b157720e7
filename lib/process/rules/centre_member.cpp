#include <fmt/format.h>

#include "process/acts.h"
#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void check_centre(const Inquiry& inquiry, const Assessment& assessment) {
  const std::string day = assessment.on.value.to_string();
  if (!assessment.centre) {
    inquiry.object(assessment.place, fmt::format("the assessment of {} names no service centre", day),
                   "add it: `centre: ORGANISATION`");
    return;
  }
  const Organisation* organisation = inquiry.world.find_organisation(assessment.centre->value);
  if (organisation == nullptr || !was_read(assessment.on.value)) return;
  std::vector<Span> spans;
  for (const Centre& centre : organisation->centre)
    spans.push_back(centre.span);
  if (holds_on(spans, assessment.on.value)) return;
  inquiry.object(assessment.centre->place,
                 fmt::format("{} was no service centre on {}: {}", organisation->id.value, day,
                             why_not_on(spans, assessment.on.value)),
                 fmt::format("name another, or put `centre:` right in {}", organisation->path));
}

void check(const Inquiry& inquiry) {
  for (const Assessment& assessment : inquiry.record.assessments)
    check_centre(inquiry, assessment);
}

}  // namespace

constinit const Rule centre_member_rule{
    .id = "centre.member",
    .sentence = "Each assessment names a service centre that was in the memorandum on that day.",
    .why =
        "The project card: a memorandum of understanding says who joins, at local, national or international level, "
        "and service centres manage candidates, tutors and assessors. The day that counts is our decision.",
    .when = When::step,
    .section = "assessments",
    .check = check,
};

}  // namespace guerdon
