#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "process/acts.h"
#include "process/recorded.h"
#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

/// A step and how many of the steps before it are needed.
struct Needs {
  std::string_view section;
  std::size_t before;
};

constexpr std::array path{
    Needs{"awareness", 0},   Needs{"identification", 1}, Needs{"documentation", 2},
    Needs{"assessments", 3}, Needs{"looking-ahead", 1},
};

void check_needs(const Inquiry& inquiry) {
  for (const Needs& step : path) {
    if (!is_recorded(inquiry.record, step.section)) continue;
    for (std::size_t i = 0; i < step.before; ++i) {
      if (is_recorded(inquiry.record, path[i].section)) continue;
      inquiry.object(inquiry.record.section(step.section),
                     fmt::format("{} on record without {}", step.section, path[i].section),
                     "it comes first: " + way_to_record(inquiry.record, inquiry.scheme, path[i].section));
    }
  }
}

/// The steps in their order; of assessments the day of each, not those of its parts.
std::vector<Act> steps_of(const Case& record) {
  std::vector<Act> steps = acts_of(record);
  std::erase_if(steps, [](const Act& act) {
    const auto is_it = [&](const Needs& step) { return step.section == act.section; };
    return std::none_of(path.begin(), path.end(), is_it) || act.section == "assessments";
  });
  std::vector<Act> assessments;
  for (const Assessment& assessment : record.assessments) {
    if (was_read(assessment.on.value))
      assessments.push_back({"assessments", "the assessment took place", assessment.on});
  }
  const auto after =
      std::find_if(steps.begin(), steps.end(), [](const Act& act) { return act.section == "looking-ahead"; });
  steps.insert(after, assessments.begin(), assessments.end());
  return steps;
}

void check_pair(const Inquiry& inquiry, const Act& earlier, const Act& later) {
  if (earlier.on.value <= later.on.value) return;
  inquiry.object(later.on.place,
                 fmt::format("{} on {}, but {} on {}", later.what, later.on.value.to_string(), earlier.what,
                             earlier.on.value.to_string()),
                 "put right the date that is wrong");
}

void check(const Inquiry& inquiry) {
  check_needs(inquiry);
  const std::vector<Act> steps = steps_of(inquiry.record);
  const Act* before = nullptr;
  const Act* before_appeals = nullptr;  // a second opinion or an appeal may come after looking ahead
  for (const Act& step : steps) {
    const Act* earlier = step.section == "looking-ahead" ? before_appeals : before;
    if (earlier != nullptr) check_pair(inquiry, *earlier, step);
    if (before == nullptr || before->section != "assessments") before_appeals = &step;
    before = &step;
  }
}

}  // namespace

constinit const Rule path_order_rule{
    .id = "path.order",
    .sentence =
        "Awareness, identification, documentation, assessment and looking ahead follow each other; assessment needs "
        "the three before it.",
    .why =
        "The project's page on EPALE: five steps, modular and sequential, to be used flexibly. That looking ahead may "
        "follow any step, and that two steps may share a day, is our decision.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
