#include "flow/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "document/font_chain.h"
#include "document/template.h"
#include "flow/check_events.h"
#include "flow/evidence.h"
#include "flow/gates.h"
#include "flow/images.h"
#include "flow/issue.h"
#include "model/designs.h"
#include "process/certificates.h"
#include "process/judge.h"
#include "process/scheme_check.h"
#include "store/load.h"

namespace guerdon {
namespace {

void check_design(const Root& root, const Scheme& scheme, const std::string& file, const Importer& importer,
                  Diagnostics& findings) {
  const auto document = load_document(root, scheme.folder + '/' + file, findings);
  auto design = document ? read_template(*document, findings) : std::nullopt;
  if (!design) return;
  load_images(root, scheme.folder, importer, *design, findings);
  if (design->fallback.empty()) return;
  if (!scheme.file_digests.contains(design->fallback)) {
    findings.error("format", {document->path, {}},
                   fmt::format("`fallback` names the file {}, which {} does not have", design->fallback, scheme.folder),
                   "take it from templates/glore of guerdon, or leave the line away");
    return;
  }
  const auto chain = load_document(root, scheme.folder + '/' + design->fallback, findings);
  if (chain) read_chain(*chain, findings);
}

/// The usual designs, and those that stand beside them under a name of their own.
void check_designs(const Root& root, const Scheme& scheme, const Importer& importer, Diagnostics& findings) {
  std::set<std::string> files;
  const auto add = [&](const std::string& kind, const std::string& usual) {
    for (const std::string& name : design_names(scheme, kind))
      files.insert(design_file(scheme, kind, usual, name));
  };
  for (const CertificateKind& kind : scheme.certificates)
    add(kind.id, kind.design);
  for (const DocumentKind& kind : scheme.documents)
    add(kind.id, kind.design);
  for (const std::string& file : files) {
    if (scheme.file_digests.contains(file)) check_design(root, scheme, file, importer, findings);
  }
}

/// The one file that every clone shows first: `privacy.leak` looks at cases, this at guerdon.yaml. A name of one word
/// is too common.
void check_settings(const Root& root, const World& world, Diagnostics& findings) {
  const std::string text = folded(read_record(root, "guerdon.yaml"));
  for (const auto& [id, person] : world.people) {
    const std::string name = folded(person.name.value);
    const bool named = name.find(' ') != std::string::npos && text.find(name) != std::string::npos;
    const bool addressed = person.email && text.find(folded(person.email->value)) != std::string::npos;
    if (!named && !addressed) continue;
    findings.warning("privacy.leak", {"guerdon.yaml", {}},
                     fmt::format("the settings hold the {} of {}", named ? "name" : "e-mail address", id),
                     "take it out: guerdon.yaml is read by everyone who has the repository");
  }
}

/// A design that no scheme has would be passed over without a word.
void check_usual_design(const Workspace& workspace, const World& world, Diagnostics& findings) {
  if (workspace.design.value.empty()) return;
  const std::vector<std::string> known = design_names(world.schemes);
  if (known.empty() || std::find(known.begin(), known.end(), workspace.design.value) != known.end()) return;
  findings.warning("format", {workspace.path, workspace.design.place},
                   fmt::format("no scheme of this workspace has a design `{}`", sanitized(workspace.design.value)),
                   "write " + joined_or(known));
}

/// Whether a record stands where its id says that it does.
void check_places(const World& world, Diagnostics& findings) {
  for (const auto& [id, path] : world.case_paths) {
    const std::string right = fmt::format("cases/{}/{}.yaml", id.substr(0, id.find('-')), id);
    if (path != right)
      findings.error("case.ids", {path, {}}, "a case stands in the folder of its id's year", "move it to " + right);
  }
  std::map<std::string, std::string> seen;
  for (const auto& [case_id, issued] : world.issued) {
    const Certificate& certificate = issued.certificate;
    const std::string right = certificate_stem(certificate) + ".json";
    const auto [first, fresh] = seen.emplace(certificate.id.text, issued.path);
    if (!fresh) {
      findings.error("case.ids", {issued.path, {}},
                     fmt::format("certificate {} also stands in {}", certificate.id.text, first->second),
                     "delete the copy");
    } else if (issued.path != right) {
      findings.error("case.ids", {issued.path, {}}, "a certificate stands in the folder of the year of its issue",
                     "move it to " + right);
    }
    if (!certificate.badge && !world.case_paths.contains(case_id)) {
      findings.error("case.ids", {issued.path, {}}, fmt::format("its case {} is not in this workspace", case_id),
                     "take the case from git again");
    }
  }
}

void check_organisations(const World& world, Diagnostics& findings) {
  for (const auto& [id, organisation] : world.organisations) {
    if (!organisation.closed || !organisation.closed->successor) continue;
    const Located<std::string>& successor = *organisation.closed->successor;
    const Location where{organisation.path, successor.place};
    if (successor.value == id) {
      findings.error("case.ids", where, fmt::format("{} is named as its own successor", id), "name another, or none");
    } else if (world.find_organisation(successor.value) == nullptr) {
      findings.error("case.ids", where, fmt::format("no organisation `{}`", successor.value),
                     fmt::format("write organisations/{}.yaml", successor.value));
    }
  }
}

/// The gates of what was issued, judged as on its day.
void check_issued(const Case& record, const Scheme& scheme, const World& world, Diagnostics& findings) {
  const std::vector<const Issued*> all = issued_of(record, world);
  for (const Issued* issued : all) {
    const Certificate& certificate = issued->certificate;
    IssueRequest request{certificate.kind, certificate.issued_on, {}, {}, certificate.competence};
    for (const Issued* other : all) {
      if (other->certificate.issued_on == certificate.issued_on) request.together.push_back(other->certificate.kind);
    }
    for (const Certificate::Signer& signer : certificate.signers)
      request.signers.push_back(signer.id);
    findings.append(judge_gates(record, scheme, world, request).findings);
  }
}

/// A person whom no case names is most often left over from an enrolment that was interrupted.
void check_people(const World& world, const std::set<std::string>& named, Diagnostics& findings) {
  for (const auto& [id, person] : world.people) {
    if (named.contains(id)) continue;
    findings.warning("case.ids", {person.path, person.id.place}, fmt::format("no case names the person {}", id),
                     fmt::format("run the enrolment that was interrupted again, enrol with --person {}, or remove the "
                                 "file",
                                 id));
  }
}

/// What stands between a case and the certificates that `issue` gives it unasked.
void check_open_gates(const Case& record, const Scheme& scheme, const World& world, Diagnostics& findings) {
  const std::vector<Document> unasked = documents_of(record, scheme, {}, {}, world.today);
  for (const Gates& gates : gates_of(record, scheme, world)) {
    if (std::find(unasked.begin(), unasked.end(), gates.document) != unasked.end()) findings.append(gates.open);
  }
}

/// The records that are looked at, as files.
std::vector<std::string> files_in(const CheckScope& scope, const Root& root, const World& world) {
  std::vector<std::string> out{"guerdon.yaml"};
  for (const auto& [id, path] : world.case_paths)
    out.push_back(path);
  for (const auto& [id, person] : world.people)
    out.push_back(person.path);
  for (const auto& [id, organisation] : world.organisations)
    out.push_back(organisation.path);
  for (const auto& [id, practitioner] : world.practitioners)
    out.push_back(practitioner.path);
  for (const auto& [id, issued] : world.issued)
    out.push_back(issued.path);
  for (std::string& path : event_paths(root))
    out.push_back(std::move(path));
  for (const auto& [id, scheme] : world.schemes)
    out.push_back(scheme.folder + "/scheme.yaml");
  std::erase_if(out, [&](const std::string& path) { return !scope.holds(path); });
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

bool CheckScope::holds(std::string_view path) const {
  return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& one) {
           return path == one || one == "." || (path.starts_with(one) && path.substr(one.size()).starts_with('/'));
         });
}

Checked check(const Root& root, Date today, const Importer& importer, const CheckScope& scope) {
  Checked out;
  const Workspace workspace = load_workspace(root);
  const World world = load_world(root, today, {}, out.findings);
  out.people = world.people.size();
  out.organisations = world.organisations.size();
  out.certificates = world.issued.size();
  check_settings(root, world, out.findings);
  check_usual_design(workspace, world, out.findings);
  check_places(world, out.findings);
  check_organisations(world, out.findings);
  check_logos(root, world, importer, out.findings);
  check_events(root, world, out.findings);
  for (const auto& [id, scheme] : world.schemes) {
    check_scheme(scheme, out.findings);
    check_designs(root, scheme, importer, out.findings);
  }
  std::set<std::string> named;
  bool all_read = true;
  for (const auto& [id, path] : world.case_paths) {
    if (!scope.holds(path)) {
      all_read = false;
      continue;
    }
    ++out.cases;
    Diagnostics reading;
    const auto record = load_case(root, path, world, reading);
    out.findings.append(reading);
    all_read = all_read && record.has_value();
    if (record) named.insert(record->person.value.text);
    // A rule would judge the default values that stand in for what could not be read.
    if (!record || reading.has_errors()) continue;
    const auto scheme = world.schemes.find(record->scheme.value);
    if (scheme == world.schemes.end()) continue;
    out.findings.append(judge_record(*record, scheme->second, world).findings);
    check_issued(*record, scheme->second, world, out.findings);
    if (scope.for_issue) check_open_gates(*record, scheme->second, world, out.findings);
    check_evidence(root, workspace, *record, scheme->second, world, out.findings);
  }
  if (all_read) check_people(world, named, out.findings);
  std::erase_if(out.findings.items(), [&](const Diagnostic& finding) { return !scope.holds(finding.where.path); });
  out.findings.sort();
  out.files = files_in(scope, root, world);
  return out;
}

}  // namespace guerdon
