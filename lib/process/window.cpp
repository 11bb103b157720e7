#include "process/window.h"

namespace guerdon {

Window share_of(const Service& service, int from_percent, int to_percent) {
  const int length = days_between(service.first, service.last) + 1;
  const int before = length * from_percent / 100;
  const int until = (length * to_percent + 99) / 100;
  return {service.first.plus_days(before), service.first.plus_days(until - 1)};
}

int days_that_count(const Service& service, const Scheme& scheme) {
  const RuleSetting* rule = scheme.find_rule("participation.days");
  const bool deducted = rule != nullptr && rule->has_word("absences", "deducted");
  return service.days - (deducted ? service.absent_days : 0);
}

}  // namespace guerdon
