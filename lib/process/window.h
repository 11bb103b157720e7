#pragma once

#include "base/date.h"
#include "model/scheme.h"
#include "model/service.h"

namespace guerdon {

/// Days from `from` to `to`, both counted.
struct Window {
  Date from;
  Date to;

  [[nodiscard]] bool holds(Date day) const { return from <= day && day <= to; }
};

/// The stretch of the service between two shares of it, in percent, from its first to its last day.
Window share_of(const Service& service, int from_percent, int to_percent);

/// The days that count as service: those recorded as absent go where the scheme's rule `participation.days` deducts
/// them.
int days_that_count(const Service& service, const Scheme& scheme);

}  // namespace guerdon
