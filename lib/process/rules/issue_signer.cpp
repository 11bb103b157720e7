#include <fmt/format.h>

#include <algorithm>

#include "process/parties.h"
#include "process/rules/all.h"

namespace guerdon {
namespace {

/// What stood in the way of a mandate on a day: "it ended on 2026-06-30".
std::string when_mandated(const Staff& staff, Date day) {
  for (const Span& span : staff.signs) {
    if (span.to && span.to->value < day) return fmt::format("the mandate ended on {}", span.to->value.to_string());
  }
  for (const Span& span : staff.signs) {
    if (span.from && day < span.from->value)
      return fmt::format("the mandate begins on {}", span.from->value.to_string());
  }
  return "no mandate is on record";
}

/// The command that signs with somebody of the organisation who may, and with those of the others who do.
std::string signing_hint(const Inquiry& inquiry, const Organisation& organisation) {
  const auto signers = mandated_signers(organisation, inquiry.issue->on, inquiry.record, inquiry.world);
  if (signers.empty()) return fmt::format("give somebody the mandate under `signs:` in {}", organisation.path);
  std::string all;
  for (const std::string& id : inquiry.issue->signers) {
    if (organisation.find_staff(id) == nullptr && find_staff(inquiry.record, inquiry.world, id).staff != nullptr)
      all += " --signer " + id;
  }
  return inquiry.command("issue",
                         fmt::format("--certificate {}{} --signer {}", inquiry.issue->kind, all, signers.front()));
}

/// Whether the person signs as the professional who vouches in a statement: that takes no mandate.
bool vouches(const Inquiry& inquiry, const std::string& id) {
  const CertificateKind* kind = inquiry.scheme.find_certificate(inquiry.issue->kind);
  const auto& statement = inquiry.record.statement;
  const bool printed = kind != nullptr && kind->needs_section == "statement" && statement && statement->professional;
  return printed && statement->professional->value == id;
}

bool takes_part(const Organisation& organisation, const Case& record) {
  return std::any_of(record.placements.begin(), record.placements.end(),
                     [&](const Placement& placement) { return placement.organisation.value == organisation.id.value; });
}

/// Reports what keeps one named person from signing.
void check_signer(const Inquiry& inquiry, const std::string& id) {
  const StaffOf found = find_staff(inquiry.record, inquiry.world, id);
  if (found.staff == nullptr) {
    inquiry.object(inquiry.record.section("enrolment"), fmt::format("signer {} is on nobody's staff", id),
                   "name a member of the organisation's staff");
    return;
  }
  const Location where{found.organisation->path, found.staff->id.place};
  switch (identity_of(*found.staff, inquiry.record, inquiry.world)) {
    case Identity::same_person:
      inquiry.object(where, fmt::format("signer {} is the volunteer herself", id),
                     signing_hint(inquiry, *found.organisation));
      return;
    case Identity::same_name:
      inquiry.object(where, fmt::format("signer {} bears the volunteer's name", id),
                     "if they are two people, add the signer's own `person:` here");
      return;
    case Identity::other:
      break;
  }
  if (vouches(inquiry, id)) return;
  if (!takes_part(*found.organisation, inquiry.record)) {
    inquiry.object(inquiry.record.section("enrolment"),
                   fmt::format("signer {} is on the staff of {}, which is no organisation of this case", id,
                               found.organisation->id.value),
                   "name a member of the staff of an organisation where she served");
    return;
  }
  if (has_mandate(*found.staff, inquiry.issue->on)) return;
  inquiry.object(where,
                 fmt::format("signer {} may not sign for {} on {}: {}", id, found.organisation->id.value,
                             inquiry.issue->on.to_string(), when_mandated(*found.staff, inquiry.issue->on)),
                 signing_hint(inquiry, *found.organisation));
}

void check(const Inquiry& inquiry) {
  const auto& signers = inquiry.issue->signers;
  for (const std::string& id : signers)
    check_signer(inquiry, id);
  for (const Placement* placement : issuing_placements(inquiry.record, inquiry.scheme)) {
    const Organisation* organisation = inquiry.world.find_organisation(placement->organisation.value);
    if (organisation == nullptr) continue;
    const auto of_it = [&](const std::string& id) {
      const StaffOf found = find_staff(inquiry.record, inquiry.world, id);
      return found.organisation == organisation &&
             (!vouches(inquiry, id) || has_mandate(*found.staff, inquiry.issue->on));
    };
    if (std::any_of(signers.begin(), signers.end(), of_it)) continue;
    inquiry.object(placement->organisation.place, fmt::format("nobody signs for {}", organisation->id.value),
                   signing_hint(inquiry, *organisation));
  }
}

}  // namespace

constinit const Rule issue_signer_rule{
    .id = "issue.signer",
    .sentence =
        "For each hosting or coordinating organisation somebody signs who has its mandate on the issue date; nobody "
        "signs for another "
        "organisation, and never the volunteer.",
    .why =
        "The network's guide for organisations, 3.2 step 7: a signed copy is sent. Who may sign is our decision: the "
        "mandate counts on the issue "
        "date, and the volunteer is known by her person id, and by her name where the staff entry points to no person.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
