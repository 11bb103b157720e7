#include "flow/planned.h"

#include <memory>

#include "base/error.h"
#include "base/sha256.h"
#include "flow/workers.h"

namespace guerdon {

void try_pages(std::vector<Planned>& planned, Press& press, const IssueOptions& options, Issuing& out) {
  std::vector<std::unique_ptr<Shaper>> shapers(options.jobs);
  for (auto& shaper : shapers)
    shaper = std::make_unique<Shaper>();
  std::vector<IssueOutcome> failed(planned.size(), IssueOutcome::refused);
  Stretch stretch(options.on_advance, "setting", planned.size());
  work_in_parallel(planned.size(), options.jobs, [&](std::size_t worker, std::size_t index) {
    Planned& one = planned[index];
    try {
      const Location where{one.case_path, one.place};
      if (one.issued)
        static_cast<void>(press.pages(one.certificate, *shapers[worker], where, one.findings));
      else
        static_cast<void>(press.first_pages(one.certificate, *shapers[worker], where, one.findings));
    } catch (const MachineFault&) {
      throw;
    } catch (const Error& error) {
      Diagnostic finding = error.finding();
      if (finding.where.path.empty()) finding.where.path = certificate_stem(one.certificate) + ".json";
      one.findings.add(std::move(finding));
      if (error.failure() == Failure::undecidable) failed[index] = IssueOutcome::undecided;
    }
    stretch.one_done();
  });
  for (std::size_t i = 0; i < planned.size(); ++i) {
    IssueResult& result = out.results[planned[i].result];
    out.findings.append(planned[i].findings);
    if (planned[i].findings.has_errors()) result = {result.case_id, result.document, failed[i], {}, {}};
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

void write_facts(const Root& root, const Workspace& workspace, const std::vector<Planned>& planned, Press& press) {
  for (const Planned& one : planned)
    press.keep_files(one.certificate);
  for (const Planned& one : planned)
    write_facts(root, workspace, one.certificate);
}

void write_pdfs(const Root& root, const std::vector<Planned>& planned, Press& press, const IssueOptions& options) {
  std::vector<std::unique_ptr<Shaper>> shapers(options.jobs);
  for (auto& shaper : shapers)
    shaper = std::make_unique<Shaper>();
  Stretch stretch(options.on_advance, "writing", planned.size());
  work_in_parallel(planned.size(), options.jobs, [&](std::size_t worker, std::size_t index) {
    const Certificate& certificate = planned[index].certificate;
    const std::string pdf = press.pdf(certificate, *shapers[worker]);
    write_file(root.resolve(certificate_stem(certificate) + ".pdf"), pdf, Durability::rebuildable);
    stretch.one_done();
  });
}

}  // namespace guerdon
