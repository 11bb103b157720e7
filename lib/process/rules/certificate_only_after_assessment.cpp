#include <fmt/format.h>

#include <algorithm>

#include "process/assessing.h"
#include "process/certificates.h"
#include "process/rules/all.h"
#include "process/step_command.h"

namespace guerdon {
namespace {

/// The first assessment after the issue date that found reached what is asked for, or nullptr.
const Assessment* first_later(const Inquiry& inquiry) {
  const std::string& wanted = inquiry.issue->competence;
  const Assessment* first = nullptr;
  for (const Assessment& assessment : inquiry.record.assessments) {
    const bool reached =
        std::any_of(assessment.results.begin(), assessment.results.end(), [&](const Assessment::Result& result) {
          return is_reached(result) && (wanted.empty() || result.competence.value == wanted);
        });
    if (!reached || assessment.on.value <= inquiry.issue->on) continue;
    if (first == nullptr || assessment.on.value < first->on.value) first = &assessment;
  }
  return first;
}

/// The certificate of a competence that was issued by the issue date, or nullptr.
const Certificate* find_certificate(const Inquiry& inquiry, const std::string& kind, const std::string& competence) {
  const Issued* issued = find_issued(inquiry.record, inquiry.world, kind, {}, competence);
  const bool by_then = issued != nullptr && issued->certificate.issued_on <= inquiry.issue->on;
  return by_then ? &issued->certificate : nullptr;
}

/// A page that states of a competence what its certificate does not would make one of the two wrong.
void check_listed(const Inquiry& inquiry, const Certificate& certificate, const HeldResult& held) {
  if (certificate.skills.empty()) return;
  const Certificate::Skill& stated = certificate.skills.front();
  if (stated.level == held.result->level->value && same_complexity(stated, *held.result)) return;
  inquiry.object(held.result->place,
                 fmt::format("the {} would state another result of {} than certificate {}", inquiry.document(),
                             stated.id, certificate.id.text),
                 "it lists certificates as they were issued, and what was issued is not replaced by a command");
}

/// An overview lists certificates: without one there is nothing to list.
void check_overview(const Inquiry& inquiry, const std::vector<HeldResult>& held) {
  const auto& all = inquiry.scheme.certificates;
  const auto each = std::find_if(all.begin(), all.end(), [](const CertificateKind& k) { return k.each_competence; });
  if (each == all.end() || each->id == inquiry.issue->kind) return;
  const auto& together = inquiry.issue->together;
  bool lists = std::find(together.begin(), together.end(), each->id) != together.end();
  for (const HeldResult& one : held) {
    if (!is_reached(*one.result)) continue;
    const Certificate* certificate = find_certificate(inquiry, each->id, one.result->competence.value);
    if (certificate == nullptr) continue;
    lists = true;
    check_listed(inquiry, *certificate, one);
  }
  if (lists) return;
  inquiry.object(
      inquiry.record.section("assessments"),
      fmt::format("no {} has been issued, the {} lists them", each->name, inquiry.document()),
      inquiry.command("issue", fmt::format("--certificate {} --certificate {}", each->id, inquiry.issue->kind)));
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  const std::string& competence = inquiry.issue->competence;
  const auto held = results_to_certify(inquiry);
  if (std::any_of(held.begin(), held.end(), [](const HeldResult& h) { return is_reached(*h.result); })) {
    check_overview(inquiry, held);
    return;
  }
  if (const Assessment* later = first_later(inquiry)) {
    inquiry.object_if_after_issue("assessed", later->on);
    return;
  }
  inquiry.object(record.section("assessments"),
                 record.assessments.empty()
                     ? fmt::format("no assessment is on record, the {} needs one", inquiry.document())
                     : fmt::format("no assessment found {} reached, the {} needs one that did",
                                   competence.empty() ? std::string("a competence") : competence, inquiry.document()),
                 record.assessments.empty() ? way_to_record(record, inquiry.scheme, "assessments") : std::string{});
}

}  // namespace

constinit const Rule certificate_only_after_assessment_rule{
    .id = "certificate.only-after-assessment",
    .sentence =
        "A certificate is issued only for what a formal assessment found reached, by the issue date; a list of "
        "certificates states what they state.",
    .why =
        "The project's page on EPALE: certification and badge come with step four alone; what other steps give is no "
        "certificate.",
    .when = When::issue,
    .check = check,
};

}  // namespace guerdon
