#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "process/acts.h"
#include "process/assessing.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "hours", .meaning = "the least hours of the training", .least = 0, .most = 1000},
    {.name = "modules", .meaning = "the modules whose final test is passed", .least = 0, .most = 20}};

/// One badge held against the training that it rests on.
struct Judged {
  const Inquiry& inquiry;
  const Acting& acting;
  const Practitioner& practitioner;
  Date badge_from;

  void object(std::string_view how) const {
    inquiry.object(acting.practitioner.place,
                   fmt::format("the {}'s badge of {} {}", acting.role, acting.practitioner.value, how),
                   fmt::format("put the training or the badge right in {}", practitioner.path));
  }

  void check(const Practitioner::Training& training) const {
    if (badge_from < training.to.value) {
      object(fmt::format("began on {}, before the training ended on {}", badge_from.to_string(),
                         training.to.value.to_string()));
    }
    const int hours = inquiry.setting.number("hours");
    if (training.hours.value < hours)
      object(fmt::format("rests on a training of {} hours, at least {} are needed", training.hours.value, hours));
    std::set<int> passed;
    for (const Practitioner::Module& module : training.modules) {
      if (module.passed && module.on.value <= badge_from) passed.insert(module.number.value);
    }
    const auto modules = static_cast<std::size_t>(inquiry.setting.number("modules"));
    if (passed.size() < modules) {
      object(
          fmt::format("rests on {} passed before it began, {} are needed", counted(passed.size(), "module"), modules));
    }
    const bool blended = std::any_of(training.blended.begin(), training.blended.end(),
                                     [&](const Located<Date>& day) { return day.value <= badge_from; });
    if (!blended) object("rests on a training without a day of the blended part");
  }
};

void check(const Inquiry& inquiry) {
  std::vector<Acting> all = tutors_of(inquiry.record);
  const std::vector<Acting> assessors = assessors_of(inquiry.record);
  all.insert(all.end(), assessors.begin(), assessors.end());
  std::set<const Practitioner::Badge*> seen;
  for (const Acting& acting : all) {
    const Practitioner* practitioner = inquiry.world.find_practitioner(acting.practitioner.value);
    if (practitioner == nullptr || !was_read(acting.on)) continue;
    const Practitioner::Badge* badge = practitioner->find_badge(acting.role, acting.on);
    if (badge == nullptr || !badge->valid.from || !seen.insert(badge).second) continue;
    const Judged judged{inquiry, acting, *practitioner, badge->valid.from->value};
    if (practitioner->training) {
      judged.check(*practitioner->training);
    } else {
      judged.object("rests on no training");
    }
  }
}

}  // namespace

constinit const Rule training_complete_rule{
    .id = "training.complete",
    .sentence =
        "The badge by which a tutor or assessor acted rests on a complete training: its hours, its modules with their "
        "final tests passed, a day of the blended part.",
    .why =
        "The project's page on EPALE: about 20 hours over about two months, five online modules, each with a final "
        "test, and a blended part. That it was complete before the badge began is our decision.",
    .when = When::always,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
