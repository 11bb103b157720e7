#include "flow/gates.h"

#include <algorithm>

#include "process/path.h"
#include "process/signing.h"

namespace guerdon {
namespace {

/// Every document that the case may come to; of those of an exit, and of a path that was left, what is due or was
/// issued; an overview once there is something to look over.
std::vector<Document> documents_ahead(const Case& record, const Scheme& scheme, const World& world) {
  const Date today = world.today;
  const auto due = documents_of(record, scheme, {}, {}, today);
  std::vector<Document> out;
  for (const CertificateKind& kind : scheme.certificates) {
    for (Document& document : documents_of(record, scheme, {kind.id}, {}, today)) {
      const bool looks_over = kind.signed_by == SignedBy::centre && !kind.each_competence;
      if (looks_over && issued_of(record, world).empty()) continue;
      const bool open = kind.after.empty() && !record.exit;
      const bool always = open || find_issued(record, world, kind.id) != nullptr;
      if (always || std::find(due.begin(), due.end(), document) != due.end()) out.push_back(std::move(document));
    }
  }
  return out;
}

}  // namespace

std::vector<Gates> gates_of(const Case& record, const Scheme& scheme, const World& world) {
  std::vector<std::string> together;
  for (const CertificateKind& kind : scheme.certificates)
    together.push_back(kind.id);
  std::vector<Gates> out;
  if (has_lost_its_person(record, world)) return out;
  for (const Document& document : documents_ahead(record, scheme, world)) {
    const CertificateKind& kind = *scheme.find_certificate(document.kind);
    Gates gates{document,
                document.competence.empty() ? kind.name : kind.name + ", " + document.competence,
                find_issued(record, world, document.kind, {}, document.competence),
                {},
                {}};
    if (gates.issued == nullptr) {
      IssueRequest request{document.kind, world.today, together, {}, document.competence};
      request.signers = usual_signers(record, scheme, world, request);
      Verdict verdict = judge_gates(record, scheme, world, request);
      gates.open = std::move(verdict.findings);
      gates.waived = std::move(verdict.used);
    }
    out.push_back(std::move(gates));
  }
  return out;
}

}  // namespace guerdon
