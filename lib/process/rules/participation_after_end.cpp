#include <fmt/format.h>

#include "model/service.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void check(const Inquiry& inquiry) {
  const auto service = service_of(inquiry.record);
  if (!service || service->last <= inquiry.issue->on) return;
  const std::string last = service->last.to_string();
  inquiry.object(
      service->last_place,
      fmt::format("issue date {} is before the last day of service, {}", inquiry.issue->on.to_string(), last),
      fmt::format("issue it from {} on; if she has left already: {}", last, inquiry.command("change", "--ended DATE")));
}

}  // namespace

constinit const Rule participation_after_end_rule{
    .id = "participation.after-end",
    .sentence = "The participation certificate is not issued before the last day of service.",
    .why =
        "The network's guide for organisations, 3.1: it is asked for at the end of the volunteering time. A page that "
        "states days to come "
        "states what nobody knows yet.",
    .when = When::issue,
    .unless = "if it must be in her hands earlier",
    .check = check,
};

}  // namespace guerdon
