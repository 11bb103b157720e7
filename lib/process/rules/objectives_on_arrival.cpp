#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/service.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {{.name = "days-after-start",
                                     .meaning = "how many days after the first one the on-arrival training may last",
                                     .least = 0,
                                     .most = 366}};

void check(const Inquiry& inquiry) {
  const auto service = service_of(inquiry.record);
  if (!service) return;
  const auto& sets = inquiry.record.objectives;
  const Objectives& earliest = *std::min_element(
      sets.begin(), sets.end(), [](const Objectives& a, const Objectives& b) { return a.on.value < b.on.value; });
  const Date latest = service->first.plus_days(inquiry.setting.number("days-after-start"));
  const int after = days_between(service->first, earliest.on.value);
  if (after < 0) {
    inquiry.object(
        earliest.on.place,
        fmt::format("objectives set on {}, before the service began on {}: they belong to the training on arrival",
                    earliest.on.value.to_string(), service->first.to_string()));
  } else if (latest < earliest.on.value) {
    inquiry.object(
        earliest.on.place,
        fmt::format("first objectives set on {}, {} after the start: they belong to the training on arrival, up to {}",
                    earliest.on.value.to_string(), counted(static_cast<std::size_t>(after), "day"),
                    latest.to_string()));
  }
}

}  // namespace

constinit const Rule objectives_on_arrival_rule{
    .id = "objectives.on-arrival",
    .sentence = "The first objectives were set during the on-arrival training.",
    .why =
        "The network's guide for organisations, 3.2 step 2: when the volunteer arrives, during the on-arrival "
        "training. How long that may "
        "last is our decision.",
    .when = When::step,
    .section = "objectives",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
