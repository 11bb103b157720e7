#include <fmt/format.h>

#include "model/service.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// Why an organisation was no member on a day: ": the membership ended on 2026-06-30".
std::string when_member(const Organisation& organisation, Date day) {
  std::optional<Date> ended;
  std::optional<Date> begins;
  for (const Span& span : organisation.member) {
    if (span.to && span.to->value < day && (!ended || *ended < span.to->value)) ended = span.to->value;
    if (span.from && day < span.from->value && (!begins || span.from->value < *begins)) begins = span.from->value;
  }
  if (ended) return fmt::format(": its membership ended on {}", ended->to_string());
  if (begins) return fmt::format(": its membership begins on {}", begins->to_string());
  return ": no membership is on record";
}

bool is_member(const Organisation& organisation, Date day) {
  for (const Span& span : organisation.member) {
    if (span.holds(day)) return true;
  }
  return false;
}

void check(const Inquiry& inquiry) {
  const Date day = inquiry.issue->on;
  if (inquiry.record.placements.empty()) {
    inquiry.object(inquiry.record.section("enrolment"),
                   fmt::format("no placement is on record, the {} needs one with a member", inquiry.document()),
                   "add it under `placement:`");
  }
  for (const Placement* placement : placements_begun(inquiry.record)) {
    const Organisation* organisation = inquiry.world.find_organisation(placement->organisation.value);
    if (organisation == nullptr || is_member(*organisation, day)) continue;
    inquiry.object(placement->organisation.place,
                   fmt::format("{} is no member of the network on {}{}", placement->organisation.value, day.to_string(),
                               when_member(*organisation, day)),
                   fmt::format("put the membership right in {}", organisation->path));
  }
}

}  // namespace

constinit const Rule placement_member_rule{
    .id = "placement.member",
    .sentence = "Every placement is with an organisation that is a member of the network on the issue date.",
    .why =
        "The network's guide for organisations, 3.1: the work project is one of a member organisation of the GloRe "
        "Network. The day that "
        "counts is our decision: a membership that has ended gives no right to issue.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
