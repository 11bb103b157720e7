#include "flow/planned.h"

#include "base/error.h"
#include "base/sha256.h"

namespace guerdon {

void try_pages(std::vector<Planned>& planned, Press& press, Shaper& shaper, Issuing& out) {
  for (Planned& one : planned) {
    IssueOutcome failed = IssueOutcome::refused;
    try {
      const Location where{one.case_path, one.place};
      auto pages = one.issued ? press.pages(one.certificate, shaper, where, one.findings)
                              : press.first_pages(one.certificate, shaper, where, one.findings);
      if (pages) one.pages = std::move(*pages);
    } catch (const MachineFault&) {
      throw;
    } catch (const Error& error) {
      Diagnostic finding = error.finding();
      if (finding.where.path.empty()) finding.where.path = certificate_stem(one.certificate) + ".json";
      one.findings.add(std::move(finding));
      if (error.failure() == Failure::undecidable) failed = IssueOutcome::undecided;
    }
    IssueResult& result = out.results[one.result];
    out.findings.append(one.findings);
    if (one.findings.has_errors()) result = {result.case_id, result.document, failed, {}, {}};
  }
}

void write_facts(const Root& root, const Workspace& workspace, const Certificate& certificate) {
  const std::string stem = certificate_stem(certificate);
  const std::string facts = canonical_json(to_json(certificate)) + '\n';
  write_file(root.resolve(stem + ".json"), facts);
  if (!workspace.people_tracked) write_file(root.resolve(stem + ".sha256"), sha256(facts) + '\n');
}

bool lacks_digest(const Root& root, const Workspace& workspace, const Certificate& certificate) {
  return !workspace.people_tracked && !is_there(root.resolve(certificate_stem(certificate) + ".sha256"));
}

void write_missing_digest(const Root& root, const Workspace& workspace, const Certificate& certificate) {
  if (!lacks_digest(root, workspace, certificate)) return;
  const std::string stem = certificate_stem(certificate);
  write_file(root.resolve(stem + ".sha256"), sha256(read_record(root, stem + ".json")) + '\n');
}

}  // namespace guerdon
