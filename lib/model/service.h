#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/case.h"

namespace guerdon {

/// A stretch of service that took or will take place, both days counted, after the recorded changes.
struct ServicePeriod {
  std::size_t placement = 0;  ///< index into Case::placements
  Date from;
  Date to;
  Place to_place;  ///< where that day is written: in the placement, or in the change that moved it
  std::optional<int> hours;
  bool hours_lapsed = false;  ///< an early end made the planned hours untrue, and nobody said how many were served
};

/// What the placements and their changes come to.
struct Service {
  std::vector<ServicePeriod> periods;  ///< in the order of the placements; those ended before they began are left out
  Date first;
  Date last;
  Place last_place;           ///< where the last day is written
  int days = 0;               ///< calendar days, union of the periods; absences counted
  int absent_days = 0;        ///< of those, the days recorded as absent
  std::optional<int> hours;   ///< sum over the periods that state them; empty while those of one have lapsed
  bool hours_lapsed = false;  ///< whether those of one period have
};

/// Empty when the case has no placement that came to be.
std::optional<Service> service_of(const Case& record);

/// The placements that came to be, in their order: those ended before they began are left out. Of a stay that never
/// began all stand, so that who is asked about it is still known.
std::vector<const Placement*> placements_begun(const Case& record);

}  // namespace guerdon
