#include "process/acts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "process/sample.h"

using namespace guerdon;
using guerdon::test::Sample;

namespace {

/// "awareness 2026-03-05" of each.
std::vector<std::string> told(const Case& record) {
  std::vector<std::string> out;
  for (const Act& act : acts_of(record))
    out.push_back(std::string(act.section) + ' ' + act.on.value.to_string());
  return out;
}

}  // namespace

TEST_CASE("the acts of a validation path are those of its sections, plans not among them") {
  CHECK(told(Sample(guerdon::test::lever_up_files(), guerdon::test::lever_up()).record) ==
        std::vector<std::string>{"enrolment 2026-02-10", "awareness 2026-03-05", "identification 2026-03-20",
                                 "documentation 2026-05-10", "quality 2026-05-12", "choice 2026-05-12",
                                 "assessments 2026-05-28", "assessments 2026-06-03", "assessments 2026-06-03",
                                 "looking-ahead 2026-06-20"});
}

TEST_CASE("the acts on the way to a soft skills certificate are those of its sections") {
  CHECK(told(Sample().record) ==
        std::vector<std::string>{"enrolment 2026-02-10", "enrolment 2026-02-10", "objectives 2026-03-05",
                                 "midterm 2026-05-30", "evaluation 2026-08-10", "evaluation 2026-08-18",
                                 "participation 2026-08-27", "participation 2026-08-28", "self-assessment 2026-08-20",
                                 "validation 2026-08-25", "statement 2026-08-26"});
}

TEST_CASE("a date that was refused is no act") {
  Sample sample;
  sample.record.midterm->on.value = Date{};
  const auto acts = told(sample.record);
  CHECK(std::none_of(acts.begin(), acts.end(), [](const std::string& act) { return act.starts_with("midterm"); }));
}
