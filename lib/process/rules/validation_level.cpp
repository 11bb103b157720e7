#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "level", .meaning = "the least level of an agreed skill", .least = 1, .most = 8}};

void check(const Inquiry& inquiry) {
  const int least = inquiry.setting.number("level");
  for (const Validation::Agreement& agreement : inquiry.record.validation->skills) {
    if (agreement.left_out || !agreement.agreed || agreement.agreed->value == 0 || agreement.agreed->value >= least)
      continue;
    inquiry.object(agreement.agreed->place,
                   fmt::format("{} is agreed at {}, the least that is certified is {}", agreement.skill.value,
                               level_text(inquiry.scheme, agreement.agreed->value), level_text(inquiry.scheme, least)),
                   "leave the skill out: write `left-out: true` in place of `agreed`");
  }
}

}  // namespace

constinit const Rule validation_level_rule{
    .id = "validation.level",
    .sentence = "Every skill that was agreed on is at the least level of the certificate, or above.",
    .why =
        "The network's guide for organisations, 3.2 steps 5 and 6: it is about skills that have reached Work Ready. "
        "The level is judged skill "
        "by skill, not on average.",
    .when = When::step,
    .section = "validation",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
