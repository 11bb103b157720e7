#include <fmt/format.h>

#include <algorithm>

#include "process/acts.h"
#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void check_day(const Inquiry& inquiry, const Assessment& assessment, std::string_view what, const Located<Date>& on) {
  if (on.value <= assessment.on.value) return;
  inquiry.object(on.place,
                 fmt::format("the {} is dated {}, after the assessment of {}", what, on.value.to_string(),
                             assessment.on.value.to_string()),
                 "put right the date that is wrong");
}

/// The assessor reviews what was documented by then, and speaks with the candidate after that.
void check_order(const Inquiry& inquiry, const Located<Date>& review, const Assessment& assessment) {
  const auto& documentation = inquiry.record.documentation;
  if (documentation && was_read(documentation->on.value) && review.value < documentation->on.value) {
    inquiry.object(review.place,
                   fmt::format("the review of the portfolio is dated {}, before it was documented on {}",
                               review.value.to_string(), documentation->on.value.to_string()),
                   "put right the date that is wrong");
  }
  if (!assessment.interview || review.value <= assessment.interview->on.value) return;
  inquiry.object(assessment.interview->on.place,
                 fmt::format("the interview is dated {}, before the review of the portfolio on {}",
                             assessment.interview->on.value.to_string(), review.value.to_string()),
                 "put right the date that is wrong");
}

bool judges(const Assessment& assessment, const std::string& competence) {
  return std::any_of(assessment.results.begin(), assessment.results.end(),
                     [&](const Assessment::Result& result) { return result.competence.value == competence; });
}

/// What judges a result anew begins after it.
void check_anew(const Inquiry& inquiry, const HeldResult& held) {
  const Assessment* before = nullptr;
  for (const Assessment& earlier : inquiry.record.assessments) {
    if (&earlier == held.assessment) break;
    if (judges(earlier, held.result->competence.value)) before = &earlier;
  }
  const auto check_part = [&](std::string_view what, const Located<Date>& on) {
    if (before == nullptr || before->on.value <= on.value) return;
    inquiry.object(on.place,
                   fmt::format("the {} is dated {}, before the assessment of {} that it judges anew", what,
                               on.value.to_string(), before->on.value.to_string()),
                   "put right the date that is wrong");
  };
  if (held.assessment->portfolio) check_part("review of the portfolio", *held.assessment->portfolio);
  if (held.assessment->interview) check_part("interview", held.assessment->interview->on);
}

void check_assessment(const Inquiry& inquiry, const Assessment& assessment) {
  const std::string of_day = assessment.on.value.to_string();
  if (!assessment.portfolio) {
    inquiry.object(assessment.place, fmt::format("the assessment of {} has no review of the portfolio", of_day),
                   "add its day: `portfolio: DATE`");
  } else {
    check_day(inquiry, assessment, "review of the portfolio", *assessment.portfolio);
    check_order(inquiry, *assessment.portfolio, assessment);
  }
  if (!assessment.interview) {
    inquiry.object(assessment.place, fmt::format("the assessment of {} has no interview", of_day),
                   "add it: `interview: {on: DATE, mode: present}`, or `remote`");
  } else {
    check_day(inquiry, assessment, "interview", assessment.interview->on);
  }
}

void check(const Inquiry& inquiry) {
  std::vector<const Assessment*> seen;
  for (const HeldResult& held : results_to_certify(inquiry)) {
    check_anew(inquiry, held);
    if (std::find(seen.begin(), seen.end(), held.assessment) != seen.end()) continue;
    seen.push_back(held.assessment);
    check_assessment(inquiry, *held.assessment);
  }
}

}  // namespace

constinit const Rule assessment_portfolio_and_interview_rule{
    .id = "assessment.portfolio-and-interview",
    .sentence =
        "What is certified was judged by a review of the portfolio as it was documented, then an interview, both dated "
        "by "
        "then.",
    .why = "The project's page on EPALE: an assessor reviews the portfolio, then speaks with the candidate.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
