#include "cli/timeline.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "model/service.h"
#include "process/acts.h"
#include "process/window.h"

namespace guerdon {
namespace {

constexpr int columns = 40;

/// The column of a day.
int column_of(Date day, const Service& service) {
  const int length = std::max(1, days_between(service.first, service.last));
  const int passed = std::clamp(days_between(service.first, day), 0, length);
  return passed * (columns - 1) / length;
}

/// The stretch in which the scheme wants a step.
std::optional<Window> window_of(const std::string& section, const Service& service, const Scheme& scheme) {
  const RuleSetting* setting = scheme.find_rule(section + ".window");
  if (setting == nullptr || setting->strength == Strength::off) return std::nullopt;
  const int last_share = setting->number("last-share");
  if (last_share > 0) return share_of(service, 100 - last_share, 100);
  return share_of(service, setting->number("from"), setting->number("to"));
}

/// The last day on which something of the section was done; of the objectives every day on which they were set.
std::vector<Date> days_of(const std::string& section, const std::vector<Act>& acts) {
  std::vector<Date> days;
  for (const Act& act : acts) {
    if (act.section == section) days.push_back(act.on.value);
  }
  if (section != "objectives" && !days.empty()) days = {*std::max_element(days.begin(), days.end())};
  return days;
}

}  // namespace

Timeline timeline_of(const Case& record, const Scheme& scheme, const std::vector<Step>& steps, Date today) {
  const auto service = service_of(record);
  if (!service) return {};
  Timeline out;
  const std::string first = service->first.to_string();
  out.head = first + std::string(columns - 2 * first.size(), ' ') + service->last.to_string();
  const std::vector<Act> acts = acts_of(record);
  for (const Step& step : steps) {
    std::vector<std::string_view> cells(columns, "─");
    const auto mark = [&](Date day, std::string_view sign) {
      cells[static_cast<std::size_t>(column_of(day, *service))] = sign;
    };
    if (const auto window = window_of(step.section, *service, scheme)) {
      for (int at = column_of(window->from, *service); at <= column_of(window->to, *service); ++at)
        cells[static_cast<std::size_t>(at)] = "░";
    }
    if (service->first <= today && today <= service->last) mark(today, "│");
    if (step.done) {
      for (const Date day : days_of(step.section, acts))
        mark(day, "●");
    }
    if (!step.done && !step.waived && step.due) mark(*step.due, "◆");
    std::string line;
    for (const std::string_view cell : cells)
      line += cell;
    out.lines.push_back(std::move(line));
  }
  return out;
}

}  // namespace guerdon
