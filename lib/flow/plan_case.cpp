#include "flow/plan_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "flow/behind.h"
#include "flow/certify.h"
#include "flow/evidence.h"
#include "model/designs.h"
#include "model/service.h"
#include "process/certificates.h"
#include "process/judge.h"
#include "process/signing.h"

namespace guerdon {
namespace {

bool has_failed(const Planned& one) { return one.findings.has_errors(); }

/// Decides about the certificates of one case.
class Planner {
 public:
  Planner(const IssueDesk& desk, const World& world, CasePlan& plan) : desk_(desk), world_(world), plan_(plan) {}

  void plan(const Case& record, const Scheme& scheme, Shaper& shaper) {
    refuse_unknown(record, scheme);
    std::vector<Document> open;
    const std::vector<std::string> languages = languages_of(record, scheme);
    for (Document& document :
         documents_of(record, scheme, desk_.options.kinds, desk_.options.competences, desk_.options.on)) {
      for (const std::string& language : languages) {
        document.language = language;
        if (take_issued(record, document)) continue;
        plan_.told.results.push_back(closed(record.id.value.text, document));
        open.push_back(document);
      }
    }
    try_pages(plan_.unfinished, desk_.press, shaper, plan_.told);
    std::erase_if(plan_.unfinished, has_failed);
    while (!open.empty()) {
      issue_open(record, scheme, open);
      open = left_over(shaper);
    }
  }

 private:
  /// Lays out what is planned. Where a page fails, none of it is issued: the documents whose pages do not are judged
  /// and certified again without it.
  std::vector<Document> left_over(Shaper& shaper) {
    try_pages(plan_.planned, desk_.press, shaper, plan_.told);
    if (std::none_of(plan_.planned.begin(), plan_.planned.end(), has_failed)) return {};
    std::vector<Document> out;
    for (const Planned& one : plan_.planned) {
      if (has_failed(one)) continue;
      out.push_back(document_of(one.certificate));
      plan_.told.results[one.result] = closed(one.certificate.case_id.text, out.back());
    }
    plan_.planned.clear();
    return out;
  }

  /// The languages asked for, each once.
  [[nodiscard]] std::vector<std::string> languages_of(const Case& record, const Scheme& scheme) const {
    std::vector<std::string> out;
    for (std::string language : desk_.options.languages) {
      if (language == persons_language) language = language_of_person(record, scheme);
      if (std::find(out.begin(), out.end(), language) == out.end()) out.push_back(std::move(language));
    }
    return out;
  }

  [[nodiscard]] std::string language_of_person(const Case& record, const Scheme& scheme) const {
    if (const Person* person = world_.find_person(record.person.value.text)) {
      for (const std::string& language : person->languages) {
        if (scheme.texts.contains(language)) return language;
      }
    }
    return desk_.workspace.language.value;
  }

  void refuse_unknown(const Case& record, const Scheme& scheme) {
    if (!desk_.options.competences.empty() && !certifies_each_competence(scheme)) {
      plan_.told.results.push_back(closed(record.id.value.text, {{}, desk_.options.competences.front()}));
      if (!desk_.options.all) {
        plan_.told.findings.error("issue", {record.path, record.scheme.place},
                                  fmt::format("{} certifies no competence on its own", scheme.id),
                                  "leave `--competence` out for this case");
      }
    }
    for (const std::string& kind : desk_.options.kinds) {
      if (scheme.find_certificate(kind) != nullptr) continue;
      plan_.told.results.push_back(closed(record.id.value.text, {kind, {}}));
      if (desk_.options.all) continue;
      plan_.told.findings.error("issue", {record.path, record.scheme.place},
                                fmt::format("{} issues no `{}`", scheme.id, kind), "leave it out for this case");
    }
  }

  /// The result of a certificate that is not issued, or not yet.
  [[nodiscard]] IssueResult closed(const std::string& case_id, const Document& document) const {
    return {case_id, document, desk_.options.all ? IssueOutcome::not_ready : IssueOutcome::refused, {}, {}};
  }

  bool take_issued(const Case& record, const Document& document) {
    const Issued* issued = find_issued(record, world_, document.kind, document.language, document.competence);
    if (issued == nullptr || desk_.options.replaced == issued->certificate.id) return false;
    const std::string pdf = certificate_stem(issued->certificate) + ".pdf";
    const bool complete =
        holds_pdf(desk_.root.resolve(pdf)) && !lacks_digest(desk_.root, desk_.workspace, issued->certificate);
    plan_.told.results.push_back({record.id.value.text, document,
                                  complete ? IssueOutcome::already : IssueOutcome::finished, issued->certificate.id,
                                  pdf});
    if (!complete)
      plan_.unfinished.push_back({issued->certificate, record.path, {}, plan_.told.results.size() - 1, {}, {}, true});
    return true;
  }

  [[nodiscard]] IssueRequest request_for(const Case& record, const Scheme& scheme, const Document& document,
                                         const std::vector<Document>& together) const {
    IssueRequest request{document.kind, desk_.options.on, {}, desk_.options.signers, document.competence};
    for (const Document& one : together)
      request.together.push_back(one.kind);
    if (request.signers.empty()) request.signers = usual_signers(record, scheme, world_, request);
    return request;
  }

  /// Documents whose gates are met, given that only they are issued together; the findings of the others.
  std::vector<Document> passing(const Case& record, const Scheme& scheme, const std::vector<Document>& documents,
                                Diagnostics& refused, Diagnostics& warnings) {
    std::vector<Document> good;
    Diagnostics mild;
    for (const Document& document : documents) {
      Verdict verdict = judge_issue(record, scheme, world_, request_for(record, scheme, document, documents));
      if (!verdict.findings.has_errors()) verdict.findings.append(evidence_of(record, scheme, document.kind));
      const bool is_good = !verdict.findings.has_errors();
      (is_good ? mild : refused).append(verdict.findings);
      if (is_good) good.push_back(document);
    }
    if (good.size() == documents.size() || good.empty()) {
      warnings = std::move(mild);
      return good;
    }
    return passing(record, scheme, good, refused, warnings);
  }

  /// What is wrong with the files that were taken as evidence, where that is a gate of the kind. They are read once.
  Diagnostics evidence_of(const Case& record, const Scheme& scheme, const std::string& kind) {
    const RuleSetting* setting = scheme.find_rule("evidence.intact");
    if (setting == nullptr || !setting->gates(kind)) return {};
    if (!evidence_) check_evidence(desk_.root, desk_.workspace, record, scheme, world_, evidence_.emplace());
    return *evidence_;
  }

  /// Whether a batch passes the case over until its service has ended.
  [[nodiscard]] bool waits(const Case& record, const Scheme& scheme) const {
    if (!desk_.options.all || scheme.find_rule("participation.after-end") == nullptr) return false;
    const auto service = service_of(record);
    return !service || service->last > desk_.options.on;
  }

  /// Plans those of the open documents whose gates are met; their results are there and closed.
  void issue_open(const Case& record, const Scheme& scheme, const std::vector<Document>& open) {
    Diagnostics refused;
    Diagnostics warnings;
    const std::vector<Document> good =
        waits(record, scheme) ? std::vector<Document>{}
                              : passing(record, scheme, with_design(record, scheme, open, refused), refused, warnings);
    RelatedIds related;
    for (const Issued* other : issued_of(record, world_))
      related[document_of(other->certificate)] = other->certificate.id;
    for (const Document& document : good)
      related[document] = desk_.new_id(record.id.value.text, document);
    for (const Document& document : good)
      freeze(record, scheme, document, good, related);
    if (!desk_.options.all) plan_.told.findings.append(refused);
    plan_.told.findings.append(warnings);
  }

  /// The file of the design asked for; empty when there is none of that name for the kind. One that only the workspace
  /// prefers gives way to the usual one.
  [[nodiscard]] std::string design_of(const Scheme& scheme, const std::string& kind) const {
    return chosen_design(scheme, kind, scheme.find_certificate(kind)->design, desk_.options.design,
                         desk_.workspace.design.value);
  }

  /// The documents of which there is the design asked for; the others are reported.
  std::vector<Document> with_design(const Case& record, const Scheme& scheme, const std::vector<Document>& documents,
                                    Diagnostics& refused) const {
    std::vector<Document> out;
    for (const Document& document : documents) {
      if (!design_of(scheme, document.kind).empty()) {
        out.push_back(document);
        continue;
      }
      refused.error("issue", {record.path, record.scheme.place},
                    fmt::format("{} has no design `{}` of the certificate {}", scheme.id,
                                sanitized(desk_.options.design), name_of(document)),
                    "it has " + joined_or(design_names(scheme, document.kind)));
    }
    return out;
  }

  /// Shared by the languages of a document: that of one issued earlier, else the id of the first one issued now.
  [[nodiscard]] CertificateId award_of(const Case& record, const Document& document,
                                       const std::vector<Document>& together, const RelatedIds& related) const {
    if (const Issued* other = find_issued(record, world_, document.kind, {}, document.competence))
      return other->certificate.award;
    const auto first = std::find_if(together.begin(), together.end(), [&](const Document& one) {
      return one.kind == document.kind && one.competence == document.competence;
    });
    return related.find(*first)->second;
  }

  void freeze(const Case& record, const Scheme& scheme, const Document& document, const std::vector<Document>& together,
              const RelatedIds& related) {
    const CertificateId id = related.find(document)->second;
    const Issuance issuance{.id = id,
                            .award = award_of(record, document, together, related),
                            .language = document.language,
                            .text_language = record.language ? record.language->value : desk_.workspace.language.value,
                            .verify_address = desk_.workspace.verify ? desk_.workspace.verify->value : "",
                            .backdated_because = desk_.options.backdated_because,
                            .related = related};
    Certificate certificate = certify(record, scheme, world_, desk_.locale_of(document.language),
                                      request_for(record, scheme, document, together), issuance);
    certificate.replaces = desk_.options.replaced;
    certificate.design = desk_.press.plate(scheme.folder, design_of(scheme, document.kind)).facts;
    const auto is_its = [&](const IssueResult& r) {
      return r.case_id == record.id.value.text && r.document == document;
    };
    IssueResult& result = *std::find_if(plan_.told.results.rbegin(), plan_.told.results.rend(), is_its);
    result.outcome = IssueOutcome::planned;
    result.id = id;
    result.pdf_path = certificate_stem(certificate) + ".pdf";
    result.volunteer = certificate.name;
    const auto index = static_cast<std::size_t>(&result - plan_.told.results.data());
    plan_.planned.push_back({std::move(certificate), record.path, record.section("placement"), index, {}, {}, false});
  }

  const IssueDesk& desk_;
  const World& world_;
  CasePlan& plan_;
  std::optional<Diagnostics> evidence_;  ///< what the files of the case are judged to be
};

}  // namespace

CasePlan plan_case(const IssueDesk& desk, const World& world, const std::string& case_id, const OpenedCase& opened,
                   Shaper& shaper) {
  CasePlan plan;
  const Case* record = opened.record ? &*opened.record : nullptr;
  const auto scheme = record == nullptr ? world.schemes.end() : world.schemes.find(record->scheme.value);
  Diagnostics damage = opened.reading;
  if (scheme != world.schemes.end() && !opened.reading.has_errors())
    damage = damage_behind(desk.root, *record, scheme->second, opened.behind);
  if (scheme == world.schemes.end() || damage.has_errors()) {
    plan.told.findings.append(damage);
    plan.told.results.push_back({case_id, {}, IssueOutcome::refused, {}, {}});
    return plan;
  }
  Planner(desk, world, plan).plan(*record, scheme->second, shaper);
  return plan;
}

void write_case(const IssueDesk& desk, CasePlan& plan) {
  for (const Planned& one : plan.unfinished)
    write_missing_digest(desk.root, desk.workspace, one.certificate);
  for (const Planned& one : plan.planned)
    desk.press.keep_files(one.certificate);
  for (const Planned& one : plan.planned)
    write_facts(desk.root, desk.workspace, one.certificate);
  for (const std::vector<Planned>* all : {&plan.unfinished, &plan.planned}) {
    for (const Planned& one : *all) {
      const std::string pdf = desk.press.pdf(one.certificate, one.pages);
      write_file(desk.root.resolve(certificate_stem(one.certificate) + ".pdf"), pdf, Durability::rebuildable);
    }
  }
  for (const Planned& one : plan.planned)
    plan.told.results[one.result].outcome = IssueOutcome::issued;
}

}  // namespace guerdon
