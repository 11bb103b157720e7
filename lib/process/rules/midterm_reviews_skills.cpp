#include <fmt/format.h>

#include "base/text.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {{.name = "min", .meaning = "the least skills reviewed", .least = 1, .most = 99}};

void check(const Inquiry& inquiry) {
  const Midterm& midterm = *inquiry.record.midterm;
  std::size_t known = 0;
  for (const Midterm::Review& review : midterm.skills) {
    if (inquiry.scheme.framework.find(review.skill.value) != nullptr) ++known;
  }
  const int least = inquiry.setting.number("min");
  if (static_cast<int>(known) >= least) return;
  inquiry.object(inquiry.record.section("midterm"),
                 fmt::format("the mid-term evaluation reviews {} of {}, at least {} {} wanted", counted(known, "skill"),
                             inquiry.scheme.id, least, least == 1 ? "is" : "are"),
                 "add them under `skills:`");
}

}  // namespace

constinit const Rule midterm_reviews_skills_rule{
    .id = "midterm.reviews-skills",
    .sentence = "The mid-term evaluation reviews skills of the framework.",
    .why =
        "The network's guide for organisations, 3.2 step 3, recommends to go through the areas and skills of the "
        "framework for a first "
        "assessment.",
    .when = When::step,
    .section = "midterm",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
