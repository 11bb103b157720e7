#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "process/acts.h"
#include "process/recorded.h"
#include "process/rules/all.h"
#include "process/step_command.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// What the path consists of; the service may go on after it.
constexpr std::array<std::string_view, 7> path{"awareness", "identification", "documentation", "quality",
                                               "choice",    "assessments",    "looking-ahead"};

/// The sections that are steps, after which one may leave.
constexpr std::array<std::string_view, 5> steps{"awareness", "identification", "documentation", "assessments",
                                                "looking-ahead"};

template <class Sections>
bool holds(const Sections& sections, std::string_view section) {
  return std::find(sections.begin(), sections.end(), section) != sections.end();
}

std::vector<std::string> recorded_steps(const Case& record) {
  std::vector<std::string> out;
  for (const std::string_view step : steps) {
    if (is_recorded(record, step)) out.emplace_back(step);
  }
  return out;
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.exit) return;
  const Exit& exit = *record.exit;
  const auto taken = recorded_steps(record);
  if (!exit.after.value.empty() && !holds(taken, exit.after.value)) {
    const std::string_view how = holds(steps, exit.after.value) ? "is not on record" : "is no step of the path";
    inquiry.object(exit.after.place, fmt::format("left after `{}`, which {}", exit.after.value, how),
                   taken.empty()
                       ? "record the step that was taken: " + way_to_record(record, inquiry.scheme, "awareness")
                       : "on record: " + enumerated(taken));
  }
  if (!was_read(exit.on.value)) return;
  for (const Act& act : acts_of(record)) {
    if (!holds(path, act.section) || act.on.value <= exit.on.value) continue;
    inquiry.object(
        act.on.place,
        fmt::format("{} on {}, after the exit on {}", act.what, act.on.value.to_string(), exit.on.value.to_string()),
        "take the exit out if the candidate went on");
  }
}

}  // namespace

constinit const Rule path_exit_rule{
    .id = "path.exit",
    .sentence = "An exit names the step after which the candidate left, and nothing of the path is recorded after it.",
    .why =
        "The project's page on EPALE: the steps are modular, so the path may end after any of them. What the document "
        "of an exit states is what was done until then; the dates are our decision.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
