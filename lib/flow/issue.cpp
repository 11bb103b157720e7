#include "flow/issue.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/error.h"
#include "base/text.h"
#include "flow/behind.h"
#include "flow/certify.h"
#include "flow/evidence.h"
#include "flow/planned.h"
#include "model/designs.h"
#include "model/service.h"
#include "process/certificates.h"
#include "process/judge.h"
#include "process/scheme_check.h"
#include "process/signing.h"
#include "store/load.h"
#include "store/lock.h"

namespace guerdon {
namespace {

/// Decides about the certificates of one case after the other.
class Planner {
 public:
  Planner(const Root& root, const Workspace& workspace, const LocaleOf& locale_of, const IssueOptions& options,
          const World& world, const Diagnostics& loading, Press& press, const Random& random, Issuing& out)
      : root_(root),
        workspace_(workspace),
        locale_of_(locale_of),
        options_(options),
        world_(world),
        loading_(loading),
        press_(press),
        random_(random),
        out_(out) {}

  std::vector<Planned> planned;
  std::vector<Planned> unfinished;  ///< issued, but the PDF is missing

  void plan(const FoundCase& found) {
    Diagnostics reading;
    auto record = load_case(root_, found.path, world_, reading);
    if (!record || reading.has_errors() || !world_.schemes.contains(record->scheme.value)) {
      out_.findings.append(reading);
      out_.results.push_back({found.id, {}, IssueOutcome::refused, {}, {}});
      return;
    }
    const Scheme& scheme = world_.schemes.find(record->scheme.value)->second;
    const Diagnostics damage = damage_behind(root_, *record, scheme, loading_);
    if (!damage.empty()) {
      out_.findings.append(damage);
      out_.results.push_back({found.id, {}, IssueOutcome::refused, {}, {}});
      return;
    }
    refuse_unknown(*record, scheme);
    std::vector<Document> open;
    const std::vector<std::string> languages = languages_of(*record, scheme);
    for (Document& document : documents_of(*record, scheme, options_.kinds, options_.competences, options_.on)) {
      for (const std::string& language : languages) {
        document.language = language;
        if (take_issued(*record, document)) continue;
        out_.results.push_back(closed(record->id.value.text, document));
        open.push_back(document);
      }
    }
    if (open.empty()) return;
    const auto& kept = opened_.emplace(found.path, std::pair(std::move(*record), &scheme)).first->second;
    issue_open(kept.first, scheme, open);
  }

  /// What is left of the cases in which a page failed, judged and certified again without the certificates that failed.
  std::vector<Planned> plan_again(const std::vector<Planned>& tried) {
    std::map<std::string, std::vector<Document>> left;  // by path of a case with a failure
    for (const Planned& one : tried) {
      if (one.findings.has_errors()) left[one.case_path];
    }
    for (const Planned& one : tried) {
      const auto documents = left.find(one.case_path);
      if (documents == left.end() || one.findings.has_errors()) continue;
      documents->second.push_back(document_of(one.certificate));
      out_.results[one.result] = closed(one.certificate.case_id.text, documents->second.back());
    }
    planned.clear();
    for (const auto& [path, documents] : left) {
      const auto& [record, scheme] = opened_.find(path)->second;
      if (!documents.empty()) issue_open(record, *scheme, documents);
    }
    return std::exchange(planned, {});
  }

 private:
  /// The languages asked for, each once.
  [[nodiscard]] std::vector<std::string> languages_of(const Case& record, const Scheme& scheme) const {
    std::vector<std::string> out;
    for (std::string language : options_.languages) {
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
    return workspace_.language.value;
  }

  void refuse_unknown(const Case& record, const Scheme& scheme) {
    if (!options_.competences.empty() && !certifies_each_competence(scheme)) {
      out_.results.push_back(closed(record.id.value.text, {{}, options_.competences.front()}));
      if (!options_.all) {
        out_.findings.error("issue", {record.path, record.scheme.place},
                            fmt::format("{} certifies no competence on its own", scheme.id),
                            "leave `--competence` out for this case");
      }
    }
    for (const std::string& kind : options_.kinds) {
      if (scheme.find_certificate(kind) != nullptr) continue;
      out_.results.push_back(closed(record.id.value.text, {kind, {}}));
      if (options_.all) continue;
      out_.findings.error("issue", {record.path, record.scheme.place},
                          fmt::format("{} issues no `{}`", scheme.id, kind), "leave it out for this case");
    }
  }

  /// The result of a certificate that is not issued, or not yet.
  [[nodiscard]] IssueResult closed(const std::string& case_id, const Document& document) const {
    return {case_id, document, options_.all ? IssueOutcome::not_ready : IssueOutcome::refused, {}, {}};
  }

  bool take_issued(const Case& record, const Document& document) {
    const Issued* issued = find_issued(record, world_, document.kind, document.language, document.competence);
    if (issued == nullptr || options_.replaced == issued->certificate.id) return false;
    const std::string pdf = certificate_stem(issued->certificate) + ".pdf";
    const bool complete = holds_pdf(root_.resolve(pdf)) && !lacks_digest(root_, workspace_, issued->certificate);
    out_.results.push_back({record.id.value.text, document, complete ? IssueOutcome::already : IssueOutcome::finished,
                            issued->certificate.id, pdf});
    if (!complete) unfinished.push_back({issued->certificate, record.path, {}, out_.results.size() - 1, {}, true});
    return true;
  }

  [[nodiscard]] IssueRequest request_for(const Case& record, const Scheme& scheme, const Document& document,
                                         const std::vector<Document>& together) const {
    IssueRequest request{document.kind, options_.on, {}, options_.signers, document.competence};
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
    const auto [at, fresh] = evidence_.try_emplace(record.path);
    if (fresh) check_evidence(root_, workspace_, record, scheme, world_, at->second);
    return at->second;
  }

  /// Whether a batch passes the case over until its service has ended.
  [[nodiscard]] bool waits(const Case& record, const Scheme& scheme) const {
    if (!options_.all || scheme.find_rule("participation.after-end") == nullptr) return false;
    const auto service = service_of(record);
    return !service || service->last > options_.on;
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
      related[document] = CertificateId::make(random_);
    for (const Document& document : good)
      freeze(record, scheme, document, good, related);
    if (!options_.all) {
      out_.findings.append(refused);
      out_.findings.append(warnings);
    }
  }

  /// The file of the design asked for; empty when there is none of that name for the kind. One that only the workspace
  /// prefers gives way to the usual one.
  [[nodiscard]] std::string design_of(const Scheme& scheme, const std::string& kind) const {
    return chosen_design(scheme, kind, scheme.find_certificate(kind)->design, options_.design, workspace_.design.value);
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
                    fmt::format("{} has no design `{}` of the certificate {}", scheme.id, sanitized(options_.design),
                                name_of(document)),
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
                            .text_language = record.language ? record.language->value : workspace_.language.value,
                            .verify_address = workspace_.verify ? workspace_.verify->value : "",
                            .backdated_because = options_.backdated_because,
                            .related = related};
    Certificate certificate = certify(record, scheme, world_, locale_of_(document.language),
                                      request_for(record, scheme, document, together), issuance);
    certificate.replaces = options_.replaced;
    certificate.design = press_.plate(scheme.folder, design_of(scheme, document.kind)).facts;
    const auto is_its = [&](const IssueResult& r) {
      return r.case_id == record.id.value.text && r.document == document;
    };
    IssueResult& result = *std::find_if(out_.results.rbegin(), out_.results.rend(), is_its);
    result.outcome = IssueOutcome::planned;
    result.id = id;
    result.pdf_path = certificate_stem(certificate) + ".pdf";
    const auto index = static_cast<std::size_t>(&result - out_.results.data());
    planned.push_back({std::move(certificate), record.path, record.section("placement"), index, {}, false});
  }

  const Root& root_;
  const Workspace& workspace_;
  const LocaleOf& locale_of_;
  const IssueOptions& options_;
  const World& world_;
  const Diagnostics& loading_;
  Press& press_;
  const Random& random_;
  Issuing& out_;
  std::map<std::string, Diagnostics> evidence_;  ///< by path of the case: what its files are judged to be
  std::map<std::string, std::pair<Case, const Scheme*>> opened_;  ///< by path: the cases of which something was open
};

bool has_failed(const Planned& one) { return one.findings.has_errors(); }

/// Lays out what is planned until all of it prints; what fails takes along what rests on it.
std::vector<Planned> printable(Planner& planner, Press& press, const IssueOptions& options, Issuing& out) {
  std::vector<Planned> good;
  for (std::vector<Planned> trial = std::exchange(planner.planned, {}); !trial.empty();) {
    try_pages(trial, press, options, out);
    std::vector<Planned> again = planner.plan_again(trial);
    std::set<std::string> failed;
    for (const Planned& one : trial) {
      if (has_failed(one)) failed.insert(one.case_path);
    }
    for (Planned& one : trial) {
      if (!failed.contains(one.case_path)) good.push_back(std::move(one));
    }
    trial = std::move(again);
  }
  return good;
}

bool any_refused(const Issuing& out) {
  return std::any_of(out.results.begin(), out.results.end(), [](const IssueResult& r) {
    return r.outcome == IssueOutcome::refused || r.outcome == IssueOutcome::undecided;
  });
}

World world_for(const Root& root, const IssueOptions& options, Diagnostics& loading) {
  Diagnostics ignored;
  Scope scope{options.cases.size() > 8, {}, {}, std::set(options.languages.begin(), options.languages.end())};
  if (scope.languages->contains(std::string(persons_language))) scope.languages.reset();
  for (const FoundCase& found : options.cases) {
    if (scope.everything) break;
    scope.cases.insert(found.id);
    const auto document = load_document(root, found.path, ignored);
    const yaml::Node* person = document ? document->root.find("person") : nullptr;
    if (person != nullptr) scope.people.insert(person->scalar);
  }
  World world = load_world(root, options.today, scope, loading);
  for (const auto& [id, scheme] : world.schemes)
    check_scheme(scheme, loading);
  return world;
}

}  // namespace

std::string_view to_string(IssueOutcome outcome) {
  switch (outcome) {
    case IssueOutcome::issued:
      return "issued";
    case IssueOutcome::planned:
      return "would issue";
    case IssueOutcome::already:
      return "issued already";
    case IssueOutcome::finished:
      return "made again";
    case IssueOutcome::refused:
      return "refused";
    case IssueOutcome::undecided:
      return "could not tell";
    case IssueOutcome::not_ready:
      return "not ready";
  }
  return "";
}

std::string certificate_stem(const Certificate& certificate) {
  return fmt::format("certificates/{}/{}", certificate.issued_on.year(), certificate.id.text);
}

Issuing issue(const Root& root, const Workspace& workspace, const LocaleOf& locale_of, const IssueOptions& options,
              const PressRoom& room, const Random& random) {
  std::optional<Lock> lock;
  if (!options.dry_run) lock.emplace(root, "guerdon issue", options.shard);
  Issuing out;
  Diagnostics loading;
  const World world = world_for(root, options, loading);
  Press press(root, room);
  press.know_logos(root, world);
  Planner planner(root, workspace, locale_of, options, world, loading, press, random, out);
  for (const FoundCase& found : options.cases) {
    if (options.shard.holds(found.id)) planner.plan(found);
  }
  std::vector<Planned> unfinished = std::move(planner.unfinished);
  try_pages(unfinished, press, options, out);
  std::erase_if(unfinished, has_failed);
  const std::vector<Planned> planned = printable(planner, press, options, out);
  out.findings.sort();
  out.stopped = options.all_or_nothing && any_refused(out);
  if (out.stopped || options.dry_run) return out;
  for (const Planned& one : unfinished)
    write_missing_digest(root, workspace, one.certificate);
  write_facts(root, workspace, planned, press);
  write_pdfs(root, unfinished, press, options);
  write_pdfs(root, planned, press, options);
  for (const Planned& one : planned)
    out.results[one.result].outcome = IssueOutcome::issued;
  return out;
}

}  // namespace guerdon
