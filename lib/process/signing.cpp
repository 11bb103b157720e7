#include "process/signing.h"

#include <algorithm>

#include "process/assessing.h"
#include "process/parties.h"

namespace guerdon {
namespace {

SignedBy signed_by(const Scheme& scheme, const IssueRequest& request) {
  const CertificateKind* kind = scheme.find_certificate(request.kind);
  return kind == nullptr ? SignedBy::organisations : kind->signed_by;
}

void add_once(const Located<std::string>& id, std::vector<Located<std::string>>& ids) {
  const auto same = [&](const Located<std::string>& other) { return other.value == id.value; };
  if (std::none_of(ids.begin(), ids.end(), same)) ids.push_back(id);
}

const Practitioner* find_tutor(const Case& record, const World& world, std::string_view id) {
  const auto all = tutors_of(record);
  const bool named = std::any_of(all.begin(), all.end(), [&](const Acting& a) { return a.practitioner.value == id; });
  return named ? world.find_practitioner(id) : nullptr;
}

}  // namespace

std::vector<Located<std::string>> signing_organisations(const Case& record, const Scheme& scheme,
                                                        const IssueRequest& request) {
  std::vector<Located<std::string>> out;
  switch (signed_by(scheme, request)) {
    case SignedBy::organisations: {
      std::vector<const Placement*> issuing = issuing_placements(record, scheme);
      std::stable_partition(issuing.begin(), issuing.end(),
                            [](const Placement* placement) { return placement->role.value == "hosting"; });
      for (const Placement* placement : issuing)
        out.push_back(placement->organisation);
      break;
    }
    case SignedBy::centre:
      for (const HeldResult& held : results_asked_for(record, request)) {
        if (held.assessment->centre) add_once(*held.assessment->centre, out);
      }
      break;
    case SignedBy::tutor:
      break;
  }
  return out;
}

Signer find_signer(const Case& record, const Scheme& scheme, const World& world, const IssueRequest& request,
                   std::string_view id) {
  if (signed_by(scheme, request) == SignedBy::tutor) {
    const Practitioner* tutor = find_tutor(record, world, id);
    if (tutor == nullptr) return {};
    const bool works = !tutor->organisations.empty();
    return {works ? world.find_organisation(tutor->organisations.front().value) : nullptr, nullptr, tutor};
  }
  for (const Located<std::string>& organisation : signing_organisations(record, scheme, request)) {
    const Organisation* found = world.find_organisation(organisation.value);
    if (found == nullptr) continue;
    if (const Staff* staff = found->find_staff(id)) return {found, staff, nullptr};
  }
  const StaffOf found = find_staff(record, world, id);
  return {found.organisation, found.staff, nullptr};
}

std::vector<std::string> possible_signers(const Organisation& organisation, const Case& record, const Scheme& scheme,
                                          const World& world, const IssueRequest& request) {
  std::vector<std::string> out;
  for (const Staff& staff : organisation.staff) {
    const bool meant = find_signer(record, scheme, world, request, staff.id.value).staff == &staff;
    if (meant && has_mandate(staff, request.on) && identity_of(staff, record, world) == Identity::other)
      out.push_back(staff.id.value);
  }
  return out;
}

std::vector<std::string> signing_tutors(const Case& record, const Scheme& scheme, const World& world,
                                        const IssueRequest& request) {
  const CertificateKind* kind = scheme.find_certificate(request.kind);
  std::vector<Acting> all = tutors_of(record);
  // The portfolio has no tutor of its own; who checked it knows it.
  const std::string section = kind == nullptr ? "" : kind->after == "documentation" ? "quality" : kind->after;
  std::stable_partition(all.begin(), all.end(), [&](const Acting& acting) { return acting.section == section; });
  std::vector<std::string> out;
  for (const Acting& acting : all) {
    const Practitioner* tutor = world.find_practitioner(acting.practitioner.value);
    const bool is_in = std::find(out.begin(), out.end(), acting.practitioner.value) != out.end();
    if (tutor != nullptr && !is_in && identity_of(*tutor, record, world) == Identity::other)
      out.push_back(acting.practitioner.value);
  }
  return out;
}

std::vector<std::string> usual_signers(const Case& record, const Scheme& scheme, const World& world,
                                       const IssueRequest& request) {
  if (signed_by(scheme, request) == SignedBy::tutor) {
    std::vector<std::string> tutors = signing_tutors(record, scheme, world, request);
    tutors.resize(std::min<std::size_t>(tutors.size(), 1));
    return tutors;
  }
  std::vector<std::string> out;
  for (const Located<std::string>& id : signing_organisations(record, scheme, request)) {
    const Organisation* organisation = world.find_organisation(id.value);
    if (organisation == nullptr) continue;
    const auto signers = possible_signers(*organisation, record, scheme, world, request);
    if (!signers.empty()) out.push_back(signers.front());
  }
  const CertificateKind* kind = scheme.find_certificate(request.kind);
  const bool vouched =
      kind != nullptr && kind->needs_section == "statement" && record.statement && record.statement->professional;
  if (vouched && std::find(out.begin(), out.end(), record.statement->professional->value) == out.end()) {
    out.push_back(record.statement->professional->value);
  }
  return out;
}

}  // namespace guerdon
