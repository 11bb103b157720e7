#include <fmt/format.h>

#include <algorithm>

#include "process/assessing.h"
#include "process/parties.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

constexpr std::string_view another = "an assessment is judged by a third party: name another assessor";

/// The organisations where the experiences were made.
std::vector<std::string> hosts_of(const Case& record) {
  std::vector<std::string> out;
  const auto add_once = [&](const std::string& id) {
    if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(id);
  };
  for (const Placement& placement : record.placements)
    add_once(placement.organisation.value);
  if (!record.documentation) return out;
  for (const Experience& experience : record.documentation->experiences) {
    if (experience.organisation) add_once(experience.organisation->value);
  }
  return out;
}

void check_candidate(const Inquiry& inquiry, const Located<std::string>& id, const Practitioner& assessor) {
  switch (identity_of(assessor, inquiry.record, inquiry.world)) {
    case Identity::same_person:
      inquiry.object(id.place, fmt::format("assessor {} is the candidate herself", id.value), std::string(another));
      break;
    case Identity::same_name:
      inquiry.object(id.place, fmt::format("assessor {} bears the candidate's name", id.value),
                     fmt::format("if they are two people, add the assessor's own `person:` in {}", assessor.path));
      break;
    case Identity::other:
      break;
  }
}

void check_tutor(const Inquiry& inquiry, const Located<std::string>& id) {
  for (const Acting& tutor : tutors_of(inquiry.record)) {
    if (!is_one_person(inquiry.world, id.value, tutor.practitioner.value)) continue;
    const bool same_id = id.value == tutor.practitioner.value;
    inquiry.object(id.place,
                   fmt::format("assessor {} is {}", id.value,
                               same_id ? "a tutor of this case"
                                       : fmt::format("{}, who is a tutor of this case", tutor.practitioner.value)),
                   std::string(another));
    return;
  }
}

bool is_on_staff(const Practitioner& assessor, const Organisation& organisation) {
  return std::any_of(organisation.staff.begin(), organisation.staff.end(), [&](const Staff& staff) {
    if (staff.person && assessor.person) return staff.person->value == assessor.person->value;
    return is_same_name(staff.name.value, assessor.name.value);
  });
}

/// Whether she is of the organisation by what her own file says, or by the organisation's.
bool is_of(const Inquiry& inquiry, const Practitioner& assessor, const std::string& host) {
  const auto& own = assessor.organisations;
  if (std::any_of(own.begin(), own.end(), [&](const auto& id) { return id.value == host; })) return true;
  const Organisation* organisation = inquiry.world.find_organisation(host);
  return organisation != nullptr && is_on_staff(assessor, *organisation);
}

void check_host(const Inquiry& inquiry, const Located<std::string>& id, const Practitioner& assessor) {
  for (const std::string& host : hosts_of(inquiry.record)) {
    if (!is_of(inquiry, assessor, host)) continue;
    inquiry.object(id.place, fmt::format("assessor {} is of {}, where the experience was made", id.value, host),
                   std::string(another));
  }
}

/// An assessment is that of somebody, and two assessors are two people.
void check_named(const Inquiry& inquiry, const Assessment& assessment) {
  if (assessment.by.empty()) {
    inquiry.object(assessment.place,
                   fmt::format("the assessment of {} names no assessor", assessment.on.value.to_string()),
                   "add who judged: `by: [ID]`");
  }
  for (auto id = assessment.by.begin(); id != assessment.by.end(); ++id) {
    const auto same = std::find_if(assessment.by.begin(), id, [&](const auto& other) {
      return is_one_person(inquiry.world, id->value, other.value);
    });
    if (same == id) continue;
    inquiry.object(id->place,
                   same->value == id->value
                       ? fmt::format("assessor {} is named twice", id->value)
                       : fmt::format("assessor {} is {}, who is named too", id->value, same->value),
                   "keep one of the two");
  }
}

/// Nobody judges anew what she has judged.
void check_anew(const Inquiry& inquiry, const Located<std::string>& id, const Assessment& assessment) {
  if (assessment.kind.value == "first") return;
  for (const Assessment& earlier : inquiry.record.assessments) {
    if (&earlier == &assessment) return;
    const bool judged = std::any_of(earlier.by.begin(), earlier.by.end(), [&](const auto& other) {
      return is_one_person(inquiry.world, id.value, other.value);
    });
    if (!judged) continue;
    inquiry.object(id.place,
                   fmt::format("assessor {} judged in this case on {}", id.value, earlier.on.value.to_string()),
                   assessment.kind.value == "appeal" ? "an appeal is judged by somebody else"
                                                     : "a second opinion is that of somebody else");
    return;
  }
}

void check(const Inquiry& inquiry) {
  for (const Assessment& assessment : inquiry.record.assessments) {
    check_named(inquiry, assessment);
    for (const auto& id : assessment.by) {
      check_tutor(inquiry, id);
      check_anew(inquiry, id, assessment);
      const Practitioner* assessor = inquiry.world.find_practitioner(id.value);
      if (assessor == nullptr) continue;
      check_candidate(inquiry, id, *assessor);
      check_host(inquiry, id, *assessor);
    }
  }
}

}  // namespace

constinit const Rule assessor_external_rule{
    .id = "assessor.external",
    .sentence =
        "Each assessment names an assessor, who is a third party: neither the candidate nor a tutor of the case, of no "
        "organisation where the "
        "experience was made; a second opinion or an appeal is judged by nobody who judged before.",
    .why =
        "The project's page on EPALE: the assessor is external, a third party. That a tutor is none, that people are "
        "known by id and then by name, that whoever is on an organisation's staff is of it, and that nobody judges "
        "twice, is our decision.",
    .when = When::step,
    .section = "assessments",
    .check = check,
};

}  // namespace guerdon
