#include <fmt/format.h>

#include "base/text.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {{.name = "min", .meaning = "the least skills claimed", .least = 0, .most = 99},
                                    {.name = "max", .meaning = "the most skills claimed", .least = 1, .most = 99}};

void check(const Inquiry& inquiry) {
  const std::size_t claimed = inquiry.record.self_assessment->skills.size();
  const auto least = static_cast<std::size_t>(inquiry.setting.number("min"));
  const auto most = static_cast<std::size_t>(inquiry.setting.number("max"));
  const Place place = inquiry.record.section("self-assessment");
  const std::string message = fmt::format("self-assessed {}, ", counted(claimed, "skill"));
  if (claimed < least) {
    inquiry.object(place, message + fmt::format("at least {} are to be claimed", least),
                   "all of them in one answer: " + inquiry.command("self-assess", "--template"));
  } else if (claimed > most) {
    inquiry.object(
        place, message + fmt::format("at most {} may be claimed", most),
        fmt::format("ask her which {} she ranks highest: {}", most, inquiry.command("self-assess", "--template")));
  }
}

}  // namespace

constinit const Rule self_assessment_count_rule{
    .id = "self-assessment.count",
    .sentence = "The volunteer claims neither fewer nor more skills than the scheme allows.",
    .why =
        "The network's guide for organisations, 3.2 step 5: 5 to 10 skills. Which of too many go is for the volunteer "
        "to say: guerdon never "
        "cuts the list.",
    .when = When::step,
    .section = "self-assessment",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
