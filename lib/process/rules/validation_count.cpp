#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr Parameter parameters[] = {{.name = "min", .meaning = "the least skills agreed on", .least = 1, .most = 99},
                                    {.name = "max", .meaning = "the most skills agreed on", .least = 1, .most = 99}};

void check(const Inquiry& inquiry) {
  if (!inquiry.record.validation) return;
  const auto& agreements = inquiry.record.validation->skills;
  const auto agreed = static_cast<std::size_t>(std::count_if(
      agreements.begin(), agreements.end(), [](const Validation::Agreement& a) { return a.agreed && !a.left_out; }));
  const auto least = static_cast<std::size_t>(inquiry.setting.number("min"));
  const auto most = static_cast<std::size_t>(inquiry.setting.number("max"));
  const Place place = inquiry.record.section("validation");
  const std::string message = fmt::format("{} agreed on, the {} ", counted(agreed, "skill"), inquiry.document());
  if (agreed < least) {
    inquiry.object(place, message + fmt::format("needs {}", least), "the other certificates do not depend on it");
  } else if (agreed > most) {
    inquiry.object(place, message + fmt::format("holds {} at most", most),
                   "leave out those that matter least to the volunteer: `left-out: true`");
  }
}

}  // namespace

constinit const Rule validation_count_rule{
    .id = "validation.count",
    .sentence = "Neither fewer nor more skills were agreed on than the certificate holds.",
    .why =
        "The network's guide for organisations, 3.2 step 5, and its page for volunteers: 5 to 10 skills. The network's "
        "page on the framework "
        "says three or more; a scheme version can set that.",
    .when = When::issue,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
