#include "flow/issue.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "base/error.h"
#include "base/sha256.h"
#include "flow/certify.h"
#include "flow/workers.h"
#include "model/service.h"
#include "process/judge.h"
#include "process/recorded.h"
#include "process/scheme_check.h"
#include "store/load.h"
#include "store/lock.h"

namespace guerdon {
namespace {

/// A certificate that is going to be issued.
struct Planned {
  Certificate certificate;
  std::string case_path;
  Place place;             ///< where a finding about the page points
  std::size_t result = 0;  ///< index into Issuing::results
  Diagnostics findings;    ///< what the page would not hold
};

/// The certificate of that kind and language that the case has and that no other replaces.
const Issued* find_issued(const World& world, const std::string& case_id, const std::string& kind,
                          const std::string& language) {
  const auto [begin, end] = world.issued.equal_range(case_id);
  for (auto it = begin; it != end; ++it) {
    const Certificate& c = it->second.certificate;
    const bool replaced =
        std::any_of(begin, end, [&](const auto& other) { return other.second.certificate.replaces == c.id; });
    if (c.kind == kind && c.language == language && !replaced) return &it->second;
  }
  return nullptr;
}

/// Decides about the certificates of one case after the other.
class Planner {
 public:
  Planner(const Root& root, const Workspace& workspace, const Locale& locale, const IssueOptions& options,
          const World& world, const Diagnostics& loading, Press& press, const Random& random, Issuing& out)
      : root_(root),
        workspace_(workspace),
        locale_(locale),
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
    const auto record = load_case(root_, found.path, world_, reading);
    if (!record || reading.has_errors() || !world_.schemes.contains(record->scheme.value)) {
      out_.findings.append(reading);
      out_.results.push_back({found.id, "", IssueOutcome::refused, {}, {}});
      return;
    }
    const Scheme& scheme = world_.schemes.find(record->scheme.value)->second;
    const Diagnostics damage = damage_behind(*record, scheme);
    if (!damage.empty()) {
      out_.findings.append(damage);
      out_.results.push_back({found.id, "", IssueOutcome::refused, {}, {}});
      return;
    }
    std::vector<std::string> open;
    for (const std::string& kind : kinds_of(*record, scheme)) {
      if (!take_issued(*record, kind)) open.push_back(kind);
    }
    if (open.empty()) return;
    issue_open(*record, scheme, open);
  }

 private:
  /// What was wrong with the files that the case rests on. A birth date that could not be read would pass as none, and
  /// a gate's number as zero, damaged facts as a certificate that was never issued.
  [[nodiscard]] Diagnostics damage_behind(const Case& record, const Scheme& scheme) const {
    const auto is_behind = [&](const std::string& path) {
      if (path == fmt::format("people/{}.yaml", record.person.value.text)) return true;
      if (path.starts_with(scheme.folder + '/')) return true;
      if (path.starts_with("certificates/")) return may_be_of(read_file(root_.resolve(path)), record.id.value.text);
      return std::any_of(record.placements.begin(), record.placements.end(), [&](const Placement& placement) {
        return path == fmt::format("organisations/{}.yaml", placement.organisation.value);
      });
    };
    Diagnostics out;
    for (const Diagnostic& finding : loading_.items()) {
      if (finding.severity == Severity::error && is_behind(finding.where.path)) out.add(finding);
    }
    return out;
  }

  [[nodiscard]] std::vector<std::string> kinds_of(const Case& record, const Scheme& scheme) const {
    if (!options_.kinds.empty()) return options_.kinds;
    std::vector<std::string> out;
    for (const CertificateKind& kind : scheme.certificates) {
      if (is_recorded(record, kind.needs_section)) out.push_back(kind.id);
    }
    return out;
  }

  bool take_issued(const Case& record, const std::string& kind) {
    const Issued* issued = find_issued(world_, record.id.value.text, kind, options_.language);
    if (issued == nullptr) return false;
    const std::string pdf = certificate_stem(issued->certificate) + ".pdf";
    const bool complete = std::filesystem::exists(root_.resolve(pdf));
    out_.results.push_back({record.id.value.text, kind, complete ? IssueOutcome::already : IssueOutcome::finished,
                            issued->certificate.id, pdf});
    if (!complete) unfinished.push_back({issued->certificate, record.path, {}, out_.results.size() - 1, {}});
    return true;
  }

  [[nodiscard]] IssueRequest request_for(const Case& record, const Scheme& scheme, const std::string& kind,
                                         const std::vector<std::string>& together) const {
    return {kind, options_.on, together,
            options_.signers.empty() ? usual_signers(record, scheme, world_, kind, options_.on) : options_.signers};
  }

  /// Kinds whose gates are met, given that only they are issued together; the findings of the others.
  std::vector<std::string> passing(const Case& record, const Scheme& scheme, const std::vector<std::string>& kinds,
                                   Diagnostics& refused, Diagnostics& warnings) const {
    const std::size_t before = kinds.size();
    std::vector<std::string> good;
    Diagnostics mild;
    for (const std::string& kind : kinds) {
      const Verdict verdict = judge_issue(record, scheme, world_, request_for(record, scheme, kind, kinds));
      if (verdict.findings.has_errors()) {
        refused.append(verdict.findings);
      } else {
        mild.append(verdict.findings);
        good.push_back(kind);
      }
    }
    if (good.size() == before || good.empty()) {
      warnings = std::move(mild);
      return good;
    }
    return passing(record, scheme, good, refused, warnings);
  }

  void issue_open(const Case& record, const Scheme& scheme, const std::vector<std::string>& open) {
    Diagnostics refused;
    Diagnostics warnings;
    const auto service = service_of(record);
    const bool ended = service && service->last <= options_.on;
    const bool waits = options_.all && !ended;
    const std::vector<std::string> good =
        waits ? std::vector<std::string>{} : passing(record, scheme, open, refused, warnings);
    std::map<std::string, CertificateId, std::less<>> related;
    const auto [begin, end] = world_.issued.equal_range(record.id.value.text);
    for (auto it = begin; it != end; ++it) {
      const Certificate& other = it->second.certificate;
      if (other.language == options_.language) related[other.kind] = other.id;
    }
    for (const std::string& kind : good)
      related[kind] = CertificateId::make(random_);
    for (const std::string& kind : open) {
      const bool passes = std::find(good.begin(), good.end(), kind) != good.end();
      out_.results.push_back(
          {record.id.value.text, kind, options_.all ? IssueOutcome::not_ready : IssueOutcome::refused, {}, {}});
      if (passes) freeze(record, scheme, kind, good, related);
    }
    if (!options_.all) {
      out_.findings.append(refused);
      out_.findings.append(warnings);
    }
  }

  void freeze(const Case& record, const Scheme& scheme, const std::string& kind,
              const std::vector<std::string>& together,
              const std::map<std::string, CertificateId, std::less<>>& related) {
    const CertificateId id = related.find(kind)->second;
    Issuance issuance{
        id,     id, options_.language, workspace_.verify ? workspace_.verify->value : "", options_.backdated_because,
        related};
    if (const Issued* other = first_of_award(record.id.value.text, kind)) issuance.award = other->certificate.award;
    Certificate certificate =
        certify(record, scheme, world_, locale_, request_for(record, scheme, kind, together), issuance);
    certificate.design = press_.plate(scheme.folder, scheme.find_certificate(kind)->design).facts;
    IssueResult& result = out_.results.back();
    result.outcome = IssueOutcome::planned;
    result.id = id;
    result.pdf_path = certificate_stem(certificate) + ".pdf";
    planned.push_back({std::move(certificate), record.path, record.section("placement"), out_.results.size() - 1, {}});
  }

  /// A certificate of the same award in another language.
  [[nodiscard]] const Issued* first_of_award(const std::string& case_id, const std::string& kind) const {
    const auto [begin, end] = world_.issued.equal_range(case_id);
    const auto found = std::find_if(begin, end, [&](const auto& pair) { return pair.second.certificate.kind == kind; });
    return found != end ? &found->second : nullptr;
  }

  const Root& root_;
  const Workspace& workspace_;
  const Locale& locale_;
  const IssueOptions& options_;
  const World& world_;
  const Diagnostics& loading_;
  Press& press_;
  const Random& random_;
  Issuing& out_;
};

/// Lays out every page; a certificate whose page does not print, or cannot be told to be the one it was, is refused.
void try_pages(std::vector<Planned>& planned, Press& press, const IssueOptions& options, Issuing& out) {
  std::vector<std::unique_ptr<Shaper>> shapers(options.jobs);
  for (auto& shaper : shapers)
    shaper = std::make_unique<Shaper>();
  work_in_parallel(planned.size(), options.jobs, [&](std::size_t worker, std::size_t index) {
    Planned& one = planned[index];
    try {
      static_cast<void>(press.pages(one.certificate, *shapers[worker], {one.case_path, one.place}, one.findings));
    } catch (const Error& error) {
      Diagnostic finding = error.finding();
      if (finding.where.path.empty()) finding.where.path = certificate_stem(one.certificate) + ".json";
      one.findings.add(std::move(finding));
    }
  });
  for (const Planned& one : planned) {
    IssueResult& result = out.results[one.result];
    out.findings.append(one.findings);
    if (one.findings.has_errors()) result = {result.case_id, result.kind, IssueOutcome::refused, {}, {}};
  }
  std::erase_if(planned, [](const Planned& one) { return one.findings.has_errors(); });
}

/// In order: a certificate that names another of the same case is never there without it.
void write_facts(const Root& root, const Workspace& workspace, const std::vector<Planned>& planned) {
  for (const Planned& one : planned) {
    const std::string stem = certificate_stem(one.certificate);
    const std::string facts = canonical_json(to_json(one.certificate)) + '\n';
    write_file(root.resolve(stem + ".json"), facts);
    if (!workspace.people_tracked) write_file(root.resolve(stem + ".sha256"), sha256(facts) + '\n');
  }
}

/// Once its facts are there a certificate is issued, and its PDF can be made again from them.
void write_pdfs(const Root& root, const std::vector<Planned>& planned, Press& press, unsigned jobs) {
  std::vector<std::unique_ptr<Shaper>> shapers(jobs);
  for (auto& shaper : shapers)
    shaper = std::make_unique<Shaper>();
  work_in_parallel(planned.size(), jobs, [&](std::size_t worker, std::size_t index) {
    const Certificate& certificate = planned[index].certificate;
    const std::string pdf = press.pdf(certificate, *shapers[worker]);
    write_file(root.resolve(certificate_stem(certificate) + ".pdf"), pdf, Durability::rebuildable);
  });
}

bool any_refused(const Issuing& out) {
  return std::any_of(out.results.begin(), out.results.end(),
                     [](const IssueResult& r) { return r.outcome == IssueOutcome::refused; });
}

World world_for(const Root& root, const IssueOptions& options, Diagnostics& loading) {
  Diagnostics ignored;
  Scope scope{options.cases.size() > 8, {}, {}};
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

std::string certificate_stem(const Certificate& certificate) {
  return fmt::format("certificates/{}/{}", certificate.issued_on.year(), certificate.id.text);
}

Issuing issue(const Root& root, const Workspace& workspace, const Locale& locale, const IssueOptions& options,
              const PressRoom& room, const Random& random) {
  std::optional<Lock> lock;
  if (!options.dry_run) lock.emplace(root, "guerdon issue");
  Issuing out;
  Diagnostics loading;
  const World world = world_for(root, options, loading);
  Press press(root, room);
  Planner planner(root, workspace, locale, options, world, loading, press, random, out);
  for (const FoundCase& found : options.cases)
    planner.plan(found);
  try_pages(planner.unfinished, press, options, out);
  try_pages(planner.planned, press, options, out);
  out.findings.sort();
  out.stopped = options.all_or_nothing && any_refused(out);
  if (out.stopped || options.dry_run) return out;
  write_facts(root, workspace, planner.planned);
  write_pdfs(root, planner.unfinished, press, options.jobs);
  write_pdfs(root, planner.planned, press, options.jobs);
  for (const Planned& one : planner.planned)
    out.results[one.result].outcome = IssueOutcome::issued;
  return out;
}

}  // namespace guerdon
