#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/assessing.h"
#include "process/parties.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

std::vector<std::string> staff_ids(const Inquiry& inquiry) {
  std::vector<std::string> ids;
  for (const Placement& placement : inquiry.record.placements) {
    const Organisation* organisation = inquiry.world.find_organisation(placement.organisation.value);
    if (organisation == nullptr) continue;
    for (const Staff& staff : organisation->staff)
      ids.push_back(staff.id.value);
  }
  return ids;
}

void check_staff(const Inquiry& inquiry, const Located<std::string>& id) {
  if (id.value.empty() || find_staff(inquiry.record, inquiry.world, id.value).staff != nullptr) return;
  const auto near = nearest(id.value, staff_ids(inquiry));
  inquiry.object(id.place, fmt::format("no member of staff `{}`", id.value),
                 near.empty() ? "add the person under `staff:` in the organisation's file" : did_you_mean(near));
}

void check_staff(const Inquiry& inquiry, const std::optional<Located<std::string>>& id) {
  if (id) check_staff(inquiry, *id);
}

void check_staff(const Inquiry& inquiry, const std::vector<Located<std::string>>& ids) {
  for (const auto& id : ids)
    check_staff(inquiry, id);
}

/// The organisation of that id; objects where there is none. `path` is the file that names it.
const Organisation* check_organisation(const Inquiry& inquiry, const std::string& path,
                                       const Located<std::string>& id) {
  if (id.value.empty()) return nullptr;
  const Organisation* organisation = inquiry.world.find_organisation(id.value);
  if (organisation != nullptr) return organisation;
  std::vector<std::string> known;
  for (const auto& [name, other] : inquiry.world.organisations)
    known.push_back(name);
  const auto near = nearest(id.value, known);
  inquiry.object({path, id.place}, fmt::format("no organisation `{}`", id.value),
                 near.empty() ? fmt::format("write organisations/{}.yaml", id.value) : did_you_mean(near));
  return nullptr;
}

/// The least that a practitioner's file says. Who is on the staff needs one too.
std::string file_to_write(const std::string& id, std::string_view role) {
  return fmt::format(
      "write practitioners/{0}.yaml, with the training that the badge rests on:\n"
      "format: practitioner/1\n"
      "practitioner: {0}\n"
      "name: NAME\n"
      "badges:\n"
      "  - {{badge: {1}, from: DATE, centre: ORGANISATION}}",
      id, role);
}

void check_practitioner(const Inquiry& inquiry, const Located<std::string>& id, std::string_view role) {
  if (id.value.empty()) return;
  if (const Practitioner* practitioner = inquiry.world.find_practitioner(id.value)) {
    for (const auto& organisation : practitioner->organisations)
      check_organisation(inquiry, practitioner->path, organisation);
    return;
  }
  std::vector<std::string> known;
  for (const auto& [name, other] : inquiry.world.practitioners)
    known.push_back(name);
  const auto near = nearest(id.value, known);
  inquiry.object(id.place, fmt::format("no practitioner `{}`", id.value),
                 near.empty() ? file_to_write(id.value, role) : did_you_mean(near));
}

void check_placement(const Inquiry& inquiry, const Placement& placement) {
  const std::string& id = placement.organisation.value;
  const Organisation* organisation = check_organisation(inquiry, inquiry.record.path, placement.organisation);
  if (organisation == nullptr) return;
  if (!placement.coordinator || placement.coordinator->value.empty()) return;
  if (organisation->find_staff(placement.coordinator->value) == nullptr &&
      find_staff(inquiry.record, inquiry.world, placement.coordinator->value).staff != nullptr) {
    inquiry.object(placement.coordinator->place,
                   fmt::format("coordinator {} is not on the staff of {}", placement.coordinator->value, id));
  } else {
    check_staff(inquiry, placement.coordinator);
  }
}

void check_change(const Inquiry& inquiry, const Change& change) {
  check_staff(inquiry, change.by);
  if (!change.organisation) return;
  const auto& placements = inquiry.record.placements;
  const auto is_it = [&](const Placement& placement) {
    return placement.organisation.value == change.organisation->value;
  };
  if (std::any_of(placements.begin(), placements.end(), is_it)) return;
  inquiry.object(change.organisation->place,
                 fmt::format("no placement with `{}` in this case", change.organisation->value));
}

void check_waiver(const Inquiry& inquiry, const Waiver& waiver) {
  check_staff(inquiry, waiver.by);
  if (waiver.rule.value.empty() || inquiry.scheme.find_rule(waiver.rule.value) != nullptr) return;
  std::vector<std::string> known;
  for (const RuleSetting& setting : inquiry.scheme.rules)
    known.push_back(setting.rule.value);
  inquiry.object(waiver.rule.place, fmt::format("no rule `{}` in {}", sanitized(waiver.rule.value), inquiry.scheme.id),
                 did_you_mean(nearest(waiver.rule.value, known)));
}

/// Whoever need not be of an organisation of the case: a scribe, a second reviewer.
void check_anybody(const Inquiry& inquiry, const Located<std::string>& id) {
  if (inquiry.world.find_practitioner(id.value) == nullptr) check_staff(inquiry, id);
}

/// Those who took part in the steps.
void check_steps(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  for (const Objectives& objectives : record.objectives)
    check_staff(inquiry, objectives.with);
  if (record.midterm) check_staff(inquiry, record.midterm->by);
  if (record.participation) {
    for (const auto& confirmed : record.participation->confirmed)
      check_staff(inquiry, confirmed.by);
    if (record.participation->stated && record.participation->stated->scribe)
      check_anybody(inquiry, *record.participation->stated->scribe);
  }
  if (record.self_assessment && record.self_assessment->scribe) check_anybody(inquiry, *record.self_assessment->scribe);
  if (record.validation) {
    check_staff(inquiry, record.validation->by);
    if (record.validation->appeal) {
      for (const Located<std::string>& reviewer : record.validation->appeal->by)
        check_anybody(inquiry, reviewer);
    }
    for (const Validation::Agreement& agreement : record.validation->skills)
      check_staff(inquiry, agreement.seen_by);
  }
  if (record.statement) check_staff(inquiry, record.statement->professional);
}

/// The portfolio and who judged it.
void check_assessing(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  for (const Acting& tutor : tutors_of(record))
    check_practitioner(inquiry, tutor.practitioner, "tutor");
  for (const Acting& assessor : assessors_of(record))
    check_practitioner(inquiry, assessor.practitioner, "assessor");
  for (const Assessment& assessment : record.assessments) {
    if (assessment.centre) check_organisation(inquiry, record.path, *assessment.centre);
  }
  if (!record.documentation) return;
  for (const Experience& experience : record.documentation->experiences) {
    if (experience.organisation) check_organisation(inquiry, record.path, *experience.organisation);
  }
}

void check_own_ids(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (!record.person.value.text.empty() && inquiry.world.find_person(record.person.value.text) == nullptr) {
    const bool erased = inquiry.world.is_erased(record.id.value.text);
    if (!erased || inquiry.issue != nullptr) {
      inquiry.object(record.person.place, fmt::format("no person `{}`", record.person.value.text),
                     erased ? "her data were erased: nothing more is issued"
                            : fmt::format("write people/{}.yaml", record.person.value.text));
    }
  }
  const auto [begin, end] = inquiry.world.case_paths.equal_range(record.id.value.text);
  for (auto it = begin; it != end; ++it) {
    if (it->second == record.path) continue;
    inquiry.object(record.id.place, fmt::format("case id {} is also that of {}", record.id.value.text, it->second),
                   "give one of the two a new id");
  }
}

void check(const Inquiry& inquiry) {
  check_own_ids(inquiry);
  for (const Placement& placement : inquiry.record.placements)
    check_placement(inquiry, placement);
  for (const Change& change : inquiry.record.changes)
    check_change(inquiry, change);
  check_steps(inquiry);
  check_assessing(inquiry);
  for (const Waiver& waiver : inquiry.record.waivers)
    check_waiver(inquiry, waiver);
}

}  // namespace

constinit const Rule case_ids_rule{
    .id = "case.ids",
    .sentence =
        "Every person, organisation, member of staff, practitioner and rule that the case names exists, and no other "
        "case has its id.",
    .why =
        "Our decision: a certificate must be able to say who stands behind it, and two people who edit side by side "
        "must learn of a clash.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
