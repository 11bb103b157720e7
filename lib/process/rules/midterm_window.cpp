#include <fmt/format.h>

#include "process/rules/all.h"
#include "process/window.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {{.name = "from",
                                     .meaning = "the share of the stay, in percent, after which its middle begins",
                                     .least = 0,
                                     .most = 100},
                                    {.name = "to",
                                     .meaning = "the share of the stay, in percent, after which its middle ends",
                                     .least = 0,
                                     .most = 100}};

void check(const Inquiry& inquiry) {
  const auto service = service_of(inquiry.record);
  if (!service) return;
  const Located<Date>& on = inquiry.record.midterm->on;
  const Window middle = share_of(*service, inquiry.setting.number("from"), inquiry.setting.number("to"));
  if (middle.holds(on.value)) return;
  inquiry.object(on.place, fmt::format("mid-term evaluation on {}, the middle of the stay is {} to {}",
                                       on.value.to_string(), middle.from.to_string(), middle.to.to_string()));
}

}  // namespace

constinit const Rule midterm_window_rule{
    .id = "midterm.window",
    .sentence = "The mid-term evaluation took place in the middle of the stay.",
    .why =
        "The network's guide for organisations, 3.2 step 3: at the middle of the volunteering period. How wide the "
        "middle is, is our decision.",
    .when = When::step,
    .section = "midterm",
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
