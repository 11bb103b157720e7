#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/window.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {{.name = "last-share",
                                     .meaning = "the last share of the stay, in percent, that counts as its end",
                                     .least = 1,
                                     .most = 100}};

void check(const Inquiry& inquiry) {
  const auto service = service_of(inquiry.record);
  if (!service) return;
  const Located<Date>& on = inquiry.record.self_assessment->on;
  const Date begins = share_of(*service, 100 - inquiry.setting.number("last-share"), 100).from;
  if (begins <= on.value) return;
  inquiry.object(on.place, fmt::format("self-assessed on {}, the end of the stay begins on {}", on.value.to_string(),
                                       begins.to_string()));
}

}  // namespace

constinit const Rule self_assessment_window_rule{
    .id = "self-assessment.window",
    .sentence = "The volunteer assessed herself towards the end of the stay.",
    .why =
        "The network's guide for organisations, 3.2 step 5: towards the end of the project. Where the end begins is "
        "our decision.",
    .when = When::step,
    .section = "self-assessment",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
