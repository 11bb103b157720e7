#include <fmt/format.h>

#include "base/text.h"
#include "model/service.h"
#include "process/rules/all.h"
#include "process/window.h"

namespace guerdon {
namespace {

constexpr std::string_view absences[] = {"counted", "deducted"};
constexpr Parameter parameters[] = {
    {.name = "days", .meaning = "the least days of service", .least = 1, .most = 366},
    {.name = "absences", .meaning = "whether days recorded as absent count as service", .words = absences}};

const Change* early_end(const Case& record) {
  const Change* found = nullptr;
  for (const Change& change : record.changes) {
    if (change.kind.value == ChangeKind::ended && change.to) found = &change;
  }
  return found;
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const int least = inquiry.setting.number("days");
  const auto service = service_of(record);
  const int days = service ? days_that_count(*service, inquiry.scheme) : 0;
  if (days >= least) return;

  const std::string counted_days = counted(static_cast<std::size_t>(days), "day") + " of service";
  if (const Change* ended = early_end(record)) {
    inquiry.object(ended->to->place,
                   fmt::format("{} up to the early end, the {} needs {}", counted_days, inquiry.document(), least));
    return;
  }
  if (!service) {
    inquiry.object(record.section("enrolment"),
                   fmt::format("{}, the {} needs {}", counted_days, inquiry.document(), least),
                   "add the placement under `placement:`");
    return;
  }
  const std::string possible = service->last.plus_days(least - days).to_string();
  inquiry.object(
      service->last_place,
      fmt::format("{}, the {} needs {}: possible from {}", counted_days, inquiry.document(), least, possible),
      inquiry.command("change", "--extended " + possible));
}

}  // namespace

constinit const Rule participation_days_rule{
    .id = "participation.days",
    .sentence = "The service lasted long enough for the participation certificate.",
    .why =
        "The network's guide for organisations, 3.1: a minimum of 20 days. How days are counted is our decision: "
        "calendar days, the first "
        "and the last included, days at two hosts once, up to an early end, absences counted unless the scheme deducts "
        "them.",
    .when = When::issue,
    .parameters = parameters,
    .check = check,
};

}  // namespace guerdon
