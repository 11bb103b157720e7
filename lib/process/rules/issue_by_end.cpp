#include <fmt/format.h>

#include "model/service.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {
    {.name = "days-after-end",
     .meaning = "how many days after the last one still count as the end of the project",
     .least = 0,
     .most = 3660}};

void check(const Inquiry& inquiry) {
  const auto service = service_of(inquiry.record);
  if (!service) return;
  const int most = inquiry.setting.number("days-after-end");
  const int after = days_between(service->last, inquiry.issue->on);
  if (after <= most) return;
  inquiry.object(service->last_place,
                 fmt::format("issue date {} is {} days after the end, the volunteer should have it within {}",
                             inquiry.issue->on.to_string(), after, most));
}

}  // namespace

constinit const Rule issue_by_end_rule{
    .id = "issue.by-end",
    .sentence = "The certificate is sent about the end of the project.",
    .why =
        "The network's guide for organisations, 3.2 step 7: by the end of the duration of the project. How much later "
        "is still about the "
        "end, is our decision.",
    .when = When::issue,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
