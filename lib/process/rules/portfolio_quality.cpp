#include <fmt/format.h>

#include <algorithm>

#include "process/acts.h"
#include "process/rules/all.h"
#include "process/step_command.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// The first day on which an assessor looked at the portfolio: of its review, else of the assessment.
std::optional<Date> first_review(const std::vector<Assessment>& assessments) {
  std::optional<Date> first;
  for (const Assessment& assessment : assessments) {
    const Date on = assessment.portfolio ? assessment.portfolio->value : assessment.on.value;
    if (was_read(on) && (!first || on < *first)) first = on;
  }
  return first;
}

void check_items(const Inquiry& inquiry, const Quality& quality) {
  std::vector<std::string> missing;
  for (const Framework::Group& wanted : inquiry.scheme.framework.checklist) {
    const auto found = std::find_if(quality.items.begin(), quality.items.end(),
                                    [&](const Quality::Item& item) { return item.item.value == wanted.id; });
    if (found == quality.items.end()) {
      missing.push_back(wanted.id);
    } else if (!found->met) {
      inquiry.object(found->place, fmt::format("{} is not met, and the portfolio was assessed", wanted.id),
                     "it asks: " + wanted.name);
    }
  }
  if (missing.empty()) return;
  inquiry.object(inquiry.record.section("quality"),
                 fmt::format("the checklist says nothing of {}", enumerated(missing)),
                 "the tutor fills it in: " + way_to_record(inquiry.record, inquiry.scheme, "quality"));
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.quality) {
    inquiry.object(record.section("assessments"), "assessed, and no checklist of the portfolio's quality is on record",
                   "the tutor fills it in: " + way_to_record(record, inquiry.scheme, "quality"));
    return;
  }
  check_items(inquiry, *record.quality);
  const auto& documentation = record.documentation;
  if (documentation && was_read(record.quality->on.value) && record.quality->on.value < documentation->on.value) {
    inquiry.object(record.quality->on.place,
                   fmt::format("the checklist was filled in on {}, before the portfolio was documented on {}",
                               record.quality->on.value.to_string(), documentation->on.value.to_string()),
                   "the tutor fills it in anew: " + way_to_record(record, inquiry.scheme, "quality"));
  }
  const auto review = first_review(record.assessments);
  if (!review || !was_read(record.quality->on.value) || record.quality->on.value <= *review) return;
  inquiry.object(record.quality->on.place,
                 fmt::format("the checklist was filled in on {}, after the review of the portfolio on {}",
                             record.quality->on.value.to_string(), review->to_string()),
                 "put right the date that is wrong");
}

}  // namespace

constinit const Rule portfolio_quality_rule{
    .id = "portfolio.quality",
    .sentence = "The portfolio quality checklist is complete and met before an assessor reviews the portfolio.",
    .why =
        "The project's page on EPALE names a Portfolio Quality Check List among the tools; its items are ours. That "
        "every item is met before the review is our decision.",
    .when = When::step,
    .section = "assessments",
    .check = check,
};

}  // namespace guerdon
