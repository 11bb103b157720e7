#include <fmt/format.h>

#include <algorithm>

#include "model/service.h"
#include "process/parties.h"
#include "process/rules/all.h"
#include "process/signing.h"

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

/// Whether the person signs as the professional who vouches in a statement: that takes no mandate.
bool vouches(const Inquiry& inquiry, const std::string& id) {
  const CertificateKind* kind = inquiry.scheme.find_certificate(inquiry.issue->kind);
  const auto& statement = inquiry.record.statement;
  const bool printed = kind != nullptr && kind->needs_section == "statement" && statement && statement->professional;
  return printed && statement->professional->value == id;
}

SignedBy signed_by(const Inquiry& inquiry) {
  const CertificateKind* kind = inquiry.scheme.find_certificate(inquiry.issue->kind);
  return kind == nullptr ? SignedBy::organisations : kind->signed_by;
}

/// Whether the organisation may have somebody sign: one of the placements, or a service centre that assessed.
bool takes_part(const Inquiry& inquiry, const Organisation& organisation) {
  const auto is_it = [&](const Located<std::string>& id) { return id.value == organisation.id.value; };
  if (signed_by(inquiry) == SignedBy::centre) {
    const auto centres = signing_organisations(inquiry.record, inquiry.scheme, *inquiry.issue);
    return std::any_of(centres.begin(), centres.end(), is_it);
  }
  const auto placements = placements_begun(inquiry.record);
  return std::any_of(placements.begin(), placements.end(),
                     [&](const Placement* placement) { return is_it(placement->organisation); });
}

/// The command that signs with somebody of the organisation who may, and with those of the others who do.
std::string signing_hint(const Inquiry& inquiry, const Organisation& organisation) {
  const auto signers = possible_signers(organisation, inquiry.record, inquiry.scheme, inquiry.world, *inquiry.issue);
  if (signers.empty()) return fmt::format("give somebody the mandate under `signs:` in {}", organisation.path);
  std::string all;
  for (const std::string& id : inquiry.issue->signers) {
    const Signer other = find_signer(inquiry.record, inquiry.scheme, inquiry.world, *inquiry.issue, id);
    const bool may = other.staff != nullptr && (vouches(inquiry, id) || takes_part(inquiry, *other.organisation));
    if (may && other.organisation != &organisation) all += " --signer " + id;
  }
  return inquiry.command("issue",
                         fmt::format("--certificate {}{} --signer {}", inquiry.issue->kind, all, signers.front()));
}

void object_to_identity(const Inquiry& inquiry, const std::string& id, Identity identity, const Location& where,
                        std::string hint) {
  if (identity == Identity::same_person)
    inquiry.object(where, fmt::format("signer {} is the volunteer herself", id), std::move(hint));
  if (identity == Identity::same_name)
    inquiry.object(where, fmt::format("signer {} bears the volunteer's name", id),
                   "if they are two people, add the signer's own `person:` here");
}

/// Reports what keeps one named person from signing.
void check_signer(const Inquiry& inquiry, const std::string& id) {
  const Signer found = find_signer(inquiry.record, inquiry.scheme, inquiry.world, *inquiry.issue, id);
  if (found.staff == nullptr) {
    inquiry.object(inquiry.record.section("enrolment"), fmt::format("signer {} is on nobody's staff", id),
                   "name a member of the organisation's staff");
    return;
  }
  const Location where{found.organisation->path, found.staff->id.place};
  if (const Identity identity = identity_of(*found.staff, inquiry.record, inquiry.world); identity != Identity::other) {
    object_to_identity(inquiry, id, identity, where, signing_hint(inquiry, *found.organisation));
    return;
  }
  if (vouches(inquiry, id)) return;
  if (!takes_part(inquiry, *found.organisation)) {
    const bool of_centre = signed_by(inquiry) == SignedBy::centre;
    inquiry.object(inquiry.record.section(of_centre ? "assessments" : "enrolment"),
                   fmt::format("signer {} is on the staff of {}, which is no {} of this case", id,
                               found.organisation->id.value, of_centre ? "service centre" : "organisation"),
                   of_centre ? "name a member of the staff of the service centre that assessed"
                             : "name a member of the staff of an organisation where she served");
    return;
  }
  if (has_mandate(*found.staff, inquiry.issue->on)) return;
  inquiry.object(where,
                 fmt::format("signer {} may not sign for {} on {}: {}", id, found.organisation->id.value,
                             inquiry.issue->on.to_string(), when_mandated(*found.staff, inquiry.issue->on)),
                 signing_hint(inquiry, *found.organisation));
}

/// The section whose document it is.
std::string step_of(const Inquiry& inquiry) {
  const CertificateKind* kind = inquiry.scheme.find_certificate(inquiry.issue->kind);
  return kind != nullptr && !kind->after.empty() ? kind->after : "enrolment";
}

/// What keeps a named tutor from signing the document of a step.
void check_tutor(const Inquiry& inquiry, const std::string& id, const std::string& hint) {
  const Practitioner* tutor = find_signer(inquiry.record, inquiry.scheme, inquiry.world, *inquiry.issue, id).tutor;
  if (tutor == nullptr) {
    inquiry.object(inquiry.record.section(step_of(inquiry)), fmt::format("signer {} is no tutor of this case", id),
                   hint);
    return;
  }
  object_to_identity(inquiry, id, identity_of(*tutor, inquiry.record, inquiry.world), {tutor->path, tutor->id.place},
                     hint);
}

void check_tutors(const Inquiry& inquiry) {
  const auto able = signing_tutors(inquiry.record, inquiry.scheme, inquiry.world, *inquiry.issue);
  const std::string hint =
      able.empty()
          ? fmt::format("name her tutor in the file: `with: [ID]` under `{}:`", step_of(inquiry))
          : inquiry.command("issue", fmt::format("--certificate {} --signer {}", inquiry.issue->kind, able[0]));
  for (const std::string& id : inquiry.issue->signers)
    check_tutor(inquiry, id, hint);
  if (!inquiry.issue->signers.empty()) return;
  inquiry.object(inquiry.record.section(step_of(inquiry)), fmt::format("no tutor signs the {}", inquiry.document()),
                 hint);
}

void check(const Inquiry& inquiry) {
  if (signed_by(inquiry) == SignedBy::tutor) {
    check_tutors(inquiry);
    return;
  }
  const auto& signers = inquiry.issue->signers;
  for (const std::string& id : signers)
    check_signer(inquiry, id);
  for (const auto& id : signing_organisations(inquiry.record, inquiry.scheme, *inquiry.issue)) {
    const Organisation* organisation = inquiry.world.find_organisation(id.value);
    if (organisation == nullptr) continue;
    const auto of_it = [&](const std::string& signer) {
      const Signer found = find_signer(inquiry.record, inquiry.scheme, inquiry.world, *inquiry.issue, signer);
      return found.organisation == organisation &&
             (!vouches(inquiry, signer) || has_mandate(*found.staff, inquiry.issue->on));
    };
    if (std::any_of(signers.begin(), signers.end(), of_it)) continue;
    inquiry.object(id.place, fmt::format("nobody signs for {}", organisation->id.value),
                   signing_hint(inquiry, *organisation));
  }
}

}  // namespace

constinit const Rule issue_signer_rule{
    .id = "issue.signer",
    .sentence =
        "For each hosting or coordinating organisation somebody signs who has its mandate on the issue date; what was "
        "assessed is signed for the service centre, what a step confirms by a tutor of the case. Nobody signs for "
        "another organisation, and never the volunteer.",
    .why =
        "The network's guide for organisations, 3.2 step 7: a signed copy is sent. Who may sign is our decision: the "
        "mandate counts on the issue "
        "date, and the volunteer is known by her person id, and by her name where the staff entry points to no person.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
