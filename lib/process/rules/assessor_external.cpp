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
  for (const Placement& placement : record.placements)
    out.push_back(placement.organisation.value);
  if (!record.documentation) return out;
  for (const Experience& experience : record.documentation->experiences) {
    if (experience.organisation) out.push_back(experience.organisation->value);
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

void check_host(const Inquiry& inquiry, const Located<std::string>& id, const Practitioner& assessor) {
  const std::vector<std::string> hosts = hosts_of(inquiry.record);
  for (const auto& organisation : assessor.organisations) {
    if (std::find(hosts.begin(), hosts.end(), organisation.value) == hosts.end()) continue;
    inquiry.object(id.place,
                   fmt::format("assessor {} is of {}, where the experience was made", id.value, organisation.value),
                   std::string(another));
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
        "An assessor is a third party: neither the candidate nor a tutor of the case, of no organisation where the "
        "experience was made; a second opinion or an appeal is judged by nobody who judged before.",
    .why =
        "The project's page on EPALE: the assessor is external, a third party. That a tutor is none, that people are "
        "known by id and then by name, and that nobody judges twice, is our decision.",
    .when = When::step,
    .section = "assessments",
    .check = check,
};

}  // namespace guerdon
