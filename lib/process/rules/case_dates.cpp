#include <fmt/format.h>

#include <algorithm>

#include "process/acts.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

void add(std::vector<Act>& acts, std::string_view what, const std::optional<Located<Date>>& on) {
  if (on && was_read(on->value)) acts.push_back({{}, what, *on});
}

std::optional<Located<Date>> first_objectives(const Case& record) {
  std::optional<Located<Date>> first;
  for (const Objectives& objectives : record.objectives) {
    if (was_read(objectives.on.value) && (!first || objectives.on.value < first->value)) first = objectives.on;
  }
  return first;
}

/// The steps whose dates must follow each other.
std::vector<Act> path_of(const Case& record) {
  std::vector<Act> acts;
  if (record.enrolment) add(acts, "the volunteer was told about the certificate", record.enrolment->introduced);
  add(acts, "objectives were set", first_objectives(record));
  if (record.midterm) add(acts, "the mid-term evaluation took place", record.midterm->on);
  if (record.self_assessment) add(acts, "the volunteer assessed herself", record.self_assessment->on);
  if (record.validation) add(acts, "the skills were validated", record.validation->on);
  return acts;
}

constexpr std::string_view correct_it = "put right the date that is wrong";

void check_order(const Inquiry& inquiry, const Act& earlier, const Act& later) {
  if (earlier.on.value <= later.on.value) return;
  inquiry.object(later.on.place,
                 fmt::format("{} on {}, but {} on {}", later.what, later.on.value.to_string(), earlier.what,
                             earlier.on.value.to_string()),
                 std::string(correct_it));
}

void check_path(const Inquiry& inquiry) {
  const std::vector<Act> acts = path_of(inquiry.record);
  for (std::size_t i = 1; i < acts.size(); ++i) {
    // Validation and self-assessment have a rule of their own.
    const bool judged_elsewhere = inquiry.record.validation && inquiry.record.self_assessment && i + 1 == acts.size();
    if (!judged_elsewhere) check_order(inquiry, acts[i - 1], acts[i]);
  }
  const auto& evaluation = inquiry.record.evaluation;
  if (evaluation && evaluation->sent && evaluation->returned) {
    check_order(inquiry, {{}, "the evaluation form was sent", *evaluation->sent},
                {{}, "the evaluation form came back", *evaluation->returned});
  }
  const auto& participation = inquiry.record.participation;
  if (!participation || !participation->stated) return;
  for (const auto& confirmed : participation->confirmed) {
    check_order(inquiry, {{}, "the volunteer stated her tasks", participation->stated->on},
                {{}, "participation was confirmed", confirmed.on});
  }
}

void check_span(const Inquiry& inquiry, std::string_view what, const Located<Date>& from, const Located<Date>& to) {
  if (!was_read(from.value) || !was_read(to.value) || from.value <= to.value) return;
  inquiry.object(
      to.place,
      fmt::format("{} ends on {}, before it begins on {}", what, to.value.to_string(), from.value.to_string()),
      std::string(correct_it));
}

bool concerns(const Change& change, const Placement& placement) {
  return !change.organisation || change.organisation->value == placement.organisation.value;
}

/// Of the placements which a change concerns, the one that ends last; `ends` has the end of each. None when it concerns
/// none.
std::optional<std::size_t> last_concerned(const Case& record, const Change& change, const std::vector<Date>& ends) {
  std::optional<std::size_t> last;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    if (concerns(change, record.placements[i]) && (!last || ends[*last] < ends[i])) last = i;
  }
  return last;
}

/// The first day of the placements which a change concerns; there is one.
Date planned_start(const Case& record, const Change& change) {
  std::optional<Date> first;
  for (const Placement& placement : record.placements) {
    if (!concerns(change, placement)) continue;
    if (!first || placement.from.value < *first) first = placement.from.value;
  }
  return *first;
}

void check_changes(const Inquiry& inquiry) {
  std::vector<Date> ends;  // by placement; an extension moves the one that it lengthens
  for (const Placement& placement : inquiry.record.placements)
    ends.push_back(placement.to.value);
  for (const Change& change : inquiry.record.changes) {
    if (!change.to) continue;
    if (change.kind.value == ChangeKind::absent) {
      if (change.from) check_span(inquiry, "the absence", *change.from, *change.to);
      continue;
    }
    const auto placement = last_concerned(inquiry.record, change, ends);
    if (!placement) continue;
    Date& last = ends[*placement];
    const std::string to = change.to->value.to_string();
    const Date first = planned_start(inquiry.record, change);
    if (change.kind.value == ChangeKind::ended && change.to->value < first) {
      inquiry.object(change.to->place,
                     fmt::format("an early end on {}, before the stay begins on {}", to, first.to_string()),
                     fmt::format("{}{}", correct_it,
                                 change.organisation ? "; if she never came there, take that placement out"
                                                     : "; if she never came: git rm " + inquiry.record.path));
    } else if (change.kind.value == ChangeKind::ended && last < change.to->value) {
      inquiry.object(change.to->place,
                     fmt::format("an early end on {}, after the planned last day {}", to, last.to_string()),
                     "a longer stay is `kind: extended`");
    } else if (change.kind.value == ChangeKind::extended) {
      if (change.to->value <= last) {
        inquiry.object(change.to->place,
                       fmt::format("an extension to {}, not after the planned last day {}", to, last.to_string()),
                       "a shorter stay is `kind: ended`");
      }
      last = std::max(last, change.to->value);
    }
  }
}

/// Nothing begins with an organisation after its last day; what began before stands.
void check_open(const Inquiry& inquiry, std::string_view what, const Located<std::string>& id,
                const Located<Date>& begins) {
  const Organisation* organisation = inquiry.world.find_organisation(id.value);
  if (organisation == nullptr || !organisation->closed || !was_read(begins.value)) return;
  const Closing& closed = *organisation->closed;
  if (!was_read(closed.on.value) || begins.value <= closed.on.value) return;
  inquiry.object(begins.place,
                 fmt::format("{} on {}, but {} closed on {}", what, begins.value.to_string(), id.value,
                             closed.on.value.to_string()),
                 closed.successor ? fmt::format("{} is its successor: name that, or put right the date that is wrong",
                                                closed.successor->value)
                                  : std::string(correct_it));
}

void check_organisations(const Inquiry& inquiry) {
  for (const Placement& placement : inquiry.record.placements)
    check_open(inquiry, "the placement begins", placement.organisation, placement.from);
  for (const Assessment& assessment : inquiry.record.assessments) {
    if (assessment.centre) check_open(inquiry, "the candidate was assessed", *assessment.centre, assessment.on);
  }
}

void check(const Inquiry& inquiry) {
  for (const Placement& placement : inquiry.record.placements)
    check_span(inquiry, "the placement", placement.from, placement.to);
  check_organisations(inquiry);
  check_changes(inquiry);
  check_path(inquiry);
  for (const Act& act : acts_of(inquiry.record)) {
    if (inquiry.world.today.has_reached(act.on.value)) continue;
    inquiry.object(act.on.place,
                   fmt::format("{} on {}, which is after today, {}", act.what, act.on.value.to_string(),
                               inquiry.world.today.exact().to_string()),
                   std::string(correct_it));
  }
}

}  // namespace

constinit const Rule case_dates_rule{
    .id = "case.dates",
    .sentence =
        "Dates are in the order of the path, nothing is recorded as done after today, and nothing begins with an "
        "organisation that has closed.",
    .why =
        "Our decision, from the order of the steps in the network's guide: told, objectives, mid-term, "
        "self-assessment, validation. Two steps "
        "may share a day; a placement and its changes may lie ahead.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
