#include "process/training.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"

namespace guerdon {

int modules_passed(const Practitioner::Training& training, Date by) {
  std::set<int> passed;
  for (const Practitioner::Module& module : training.modules) {
    if (module.passed && module.on.value <= by) passed.insert(module.number.value);
  }
  return static_cast<int>(passed.size());
}

std::vector<std::string> training_faults(const Practitioner& practitioner, const Practitioner::Badge& badge,
                                         const RuleSetting& setting) {
  if (!badge.valid.from) return {};
  if (!practitioner.training) return {"rests on no training"};
  const Practitioner::Training& training = *practitioner.training;
  const Date begins = badge.valid.from->value;
  std::vector<std::string> out;
  if (begins < training.to.value) {
    out.push_back(
        fmt::format("began on {}, before the training ended on {}", begins.to_string(), training.to.value.to_string()));
  }
  const int hours = setting.number("hours");
  if (training.hours.value < hours)
    out.push_back(fmt::format("rests on a training of {} hours, at least {} are needed", training.hours.value, hours));
  const int passed = modules_passed(training, begins);
  const int modules = setting.number("modules");
  if (passed < modules) {
    out.push_back(fmt::format("rests on {} passed before it began, {} are needed",
                              counted(static_cast<std::size_t>(passed), "module"), modules));
  }
  const bool blended = std::any_of(training.blended.begin(), training.blended.end(),
                                   [&](const Located<Date>& day) { return day.value <= begins; });
  if (!blended) out.emplace_back("rests on a training without a day of the blended part");
  return out;
}

}  // namespace guerdon
