#include "cli/issue_day.h"

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {

Date issue_day(const Context& context, const std::string& given, const std::string& backdate_because, bool dry_run) {
  Date on = context.today;
  if (!given.empty()) {
    const auto date = Date::parse(given);
    if (!date)
      throw Error(Failure::usage, fmt::format("`--on {}` is not a date", sanitized(given)),
                  "write year-month-day, as in 2026-08-29");
    on = *date;
  }
  if (on > context.today)
    throw Error(Failure::usage,
                fmt::format("the issue date {} is after today, {}", on.to_string(), context.today.to_string()),
                "a certificate is dated the day it is issued");
  if (!dry_run && (context.today_is_set || on != context.today) && backdate_because.empty()) {
    throw Error(Failure::usage,
                fmt::format("a certificate dated {} is dated another day than it is issued", on.to_string()),
                "say why, and it is recorded: --backdate-because TEXT");
  }
  return on;
}

}  // namespace guerdon
