#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "model/service.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "months", .meaning = "the least calendar months of service", .least = 0, .most = 60},
    {.name = "hours",
     .meaning = "the least hours of service; left away where hours are not asked",
     .least = 0,
     .most = 10000,
     .optional = true}};

void check_hours(const Inquiry& inquiry, const Service& service) {
  const int least = inquiry.setting.number("hours");
  if (service.hours.value_or(0) >= least) return;
  const Placement& last = inquiry.record.placements[service.periods.back().placement];
  inquiry.object(last.hours ? last.hours->place : last.place,
                 fmt::format("{} of service, the {} needs {}",
                             service.hours ? counted(static_cast<std::size_t>(*service.hours), "hour") : "no hours",
                             inquiry.document(), least),
                 "write what she has served under `hours:` of the placement");
}

void check_months(const Inquiry& inquiry, const Service& service) {
  const int months = inquiry.setting.number("months");
  const Date enough = service.first.plus_months(months);
  // A break shortens the stay: what counts is where it would have ended without one.
  const Date end = service.first.plus_days(service.days - 1);
  if (enough <= end) return;
  const std::string possible = service.last.plus_days(days_between(end, enough)).to_string();
  // After an early end there is nothing to extend.
  const bool ended = std::any_of(inquiry.record.changes.begin(), inquiry.record.changes.end(),
                                 [](const Change& change) { return change.kind.value == ChangeKind::ended; });
  inquiry.object(
      service.last_place,
      fmt::format("service from {} to {}, the {} needs {}{}", service.first.to_string(), service.last.to_string(),
                  inquiry.document(), counted(static_cast<std::size_t>(months), "month"),
                  ended ? "" : ": possible from " + possible),
      ended ? "" : inquiry.command("change", "--extended " + possible));
}

void check(const Inquiry& inquiry) {
  const auto service = service_of(inquiry.record);
  if (!service) return;
  check_months(inquiry, *service);
  check_hours(inquiry, *service);
}

}  // namespace

constinit const Rule skills_minimum_period_rule{
    .id = "skills.minimum-period",
    .sentence = "The service lasted long enough for skills to grow.",
    .why =
        "The network's page for volunteers: three months or more for the soft skills certificate; its form for local "
        "volunteering: 100 hours. How months are counted is our decision: the last day is not before the first plus "
        "the calendar months, clamped at the month's end; breaks do not count.",
    .when = When::issue,
    .parameters = parameters,
    .unless = "if the network agrees to a shorter stay",
    .check = check,
};

}  // namespace guerdon
