#include "model/service.h"

#include <algorithm>
#include <utility>

namespace guerdon {
namespace {

using Days = std::pair<Date, Date>;

bool concerns(const Change& change, const Placement& placement) {
  return !change.organisation || change.organisation->value == placement.organisation.value;
}

void move_end(ServicePeriod& period, const Located<Date>& to) {
  period.to = to.value;
  period.to_place = to.place;
}

/// An early end shortens every period it concerns, an extension lengthens the one of them that ends last. Hours that
/// were planned for longer hold no more; those that the change states are of all that it concerns.
void apply(const Change& change, const Case& record, Service& service) {
  if (change.kind.value == ChangeKind::absent || !change.to) return;
  ServicePeriod* latest = nullptr;
  for (ServicePeriod& period : service.periods) {
    if (!concerns(change, record.placements[period.placement])) continue;
    const bool cut = change.kind.value == ChangeKind::ended && change.to->value < period.to;
    if (cut) move_end(period, *change.to);
    if (change.hours) {
      period.hours.reset();
      period.hours_lapsed = false;
    } else if (cut && period.hours) {
      period.hours.reset();
      period.hours_lapsed = true;
    }
    if (period.to < period.from) continue;
    if (latest == nullptr || latest->to < period.to) latest = &period;
  }
  if (latest == nullptr) return;
  if (change.kind.value == ChangeKind::extended && latest->to < change.to->value) move_end(*latest, *change.to);
  if (change.hours) latest->hours = change.hours->value;
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
    const Placement& placement = record.placements[i];
    service.periods.push_back({i, placement.from.value, placement.to.value, placement.to.place, {}, false});
    if (placement.hours) service.periods.back().hours = placement.hours->value;
  }
  for (const Change& change : record.changes)
    apply(change, record, service);
  std::erase_if(service.periods, [](const ServicePeriod& period) { return period.to < period.from; });
  if (service.periods.empty()) return std::nullopt;

  service.hours_lapsed = std::any_of(service.periods.begin(), service.periods.end(),
                                     [](const ServicePeriod& period) { return period.hours_lapsed; });
  std::vector<Days> stretches;
  for (const ServicePeriod& period : service.periods) {
    stretches.emplace_back(period.from, period.to);
    if (period.hours && !service.hours_lapsed) service.hours = service.hours.value_or(0) + *period.hours;
  }
  stretches = united(std::move(stretches));
  service.first = stretches.front().first;
  const auto ends_before = [](const ServicePeriod& a, const ServicePeriod& b) { return a.to < b.to; };
  const ServicePeriod& last = *std::max_element(service.periods.begin(), service.periods.end(), ends_before);
  service.last = last.to;
  service.last_place = last.to_place;
  service.days = count_days(stretches);
  service.absent_days = count_absent(record, service.periods, stretches);
  return service;
}

std::vector<const Placement*> placements_begun(const Case& record) {
  const auto service = record.changes.empty() ? std::nullopt : service_of(record);
  std::vector<const Placement*> out;
  for (std::size_t i = 0; i < record.placements.size(); ++i) {
    const bool begun = !service || std::any_of(service->periods.begin(), service->periods.end(),
                                               [&](const ServicePeriod& period) { return period.placement == i; });
    if (begun) out.push_back(&record.placements[i]);
  }
  return out;
}

}  // namespace guerdon
