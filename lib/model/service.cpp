#include "model/service.h"

#include <algorithm>
#include <utility>

namespace guerdon {
namespace {

using Days = std::pair<Date, Date>;

bool concerns(const Change& change, const Placement& placement) {
  return !change.organisation || change.organisation->value == placement.organisation.value;
}

/// An early end shortens every period it concerns, an extension lengthens the one of them that ends last.
void apply(const Change& change, const Case& record, std::vector<ServicePeriod>& periods) {
  if (change.kind.value == ChangeKind::absent || !change.to) return;
  ServicePeriod* latest = nullptr;
  for (ServicePeriod& period : periods) {
    if (!concerns(change, record.placements[period.placement])) continue;
    if (change.kind.value == ChangeKind::ended) period.to = std::min(period.to, change.to->value);
    if (latest == nullptr || latest->to < period.to) latest = &period;
  }
  if (change.kind.value == ChangeKind::extended && latest != nullptr)
    latest->to = std::max(latest->to, change.to->value);
}

/// Overlapping and touching stretches joined, in order.
std::vector<Days> united(std::vector<Days> stretches) {
  std::sort(stretches.begin(), stretches.end());
  std::vector<Days> out;
  for (const Days& stretch : stretches) {
    if (!out.empty() && stretch.first <= out.back().second.plus_days(1)) {
      out.back().second = std::max(out.back().second, stretch.second);
    } else {
      out.push_back(stretch);
    }
  }
  return out;
}

int count_days(const std::vector<Days>& stretches) {
  int days = 0;
  for (const auto& [from, to] : stretches)
    days += days_between(from, to) + 1;
  return days;
}

bool absent_on(Date day, const Placement& placement, const std::vector<Change>& changes) {
  return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
    return change.kind.value == ChangeKind::absent && change.from && change.to && concerns(change, placement) &&
           change.from->value <= day && day <= change.to->value;
  });
}

/// Days on which she was away from every placement that had her.
int count_absent(const Case& record, const std::vector<ServicePeriod>& periods, const std::vector<Days>& stretches) {
  const auto is_absence = [](const Change& change) { return change.kind.value == ChangeKind::absent; };
  if (std::none_of(record.changes.begin(), record.changes.end(), is_absence)) return 0;
  int count = 0;
  for (const auto& [from, to] : stretches) {
    for (Date day = from; day <= to; day = day.plus_days(1)) {
      const bool served = std::any_of(periods.begin(), periods.end(), [&](const ServicePeriod& period) {
        return period.from <= day && day <= period.to &&
               !absent_on(day, record.placements[period.placement], record.changes);
      });
      if (!served) ++count;
    }
  }
  return count;
}

}  // namespace

std::optional<Service> service_of(const Case& record) {
  Service service;
  for (std::size_t i = 0; i < record.placements.size(); ++i) {
    service.periods.push_back({i, record.placements[i].from.value, record.placements[i].to.value});
  }
  for (const Change& change : record.changes)
    apply(change, record, service.periods);
  std::erase_if(service.periods, [](const ServicePeriod& period) { return period.to < period.from; });
  if (service.periods.empty()) return std::nullopt;

  std::vector<Days> stretches;
  for (const ServicePeriod& period : service.periods) {
    stretches.emplace_back(period.from, period.to);
    if (const auto& hours = record.placements[period.placement].hours)
      service.hours = service.hours.value_or(0) + hours->value;
  }
  stretches = united(std::move(stretches));
  service.first = stretches.front().first;
  service.last = stretches.back().second;
  service.days = count_days(stretches);
  service.absent_days = count_absent(record, service.periods, stretches);
  return service;
}

}  // namespace guerdon
