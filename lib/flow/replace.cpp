#include "flow/replace.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/error.h"
#include "base/text.h"
#include "process/certificates.h"
#include "store/load.h"
#include "store/lock.h"
#include "yaml/emit.h"

namespace guerdon {
namespace {

/// The facts of a certificate that the workspace holds.
Issued find_facts(const Root& root, const std::string& word) {
  const auto id = CertificateId::parse(word);
  for (const std::string& path : certificate_paths(root)) {
    if (!id || std::filesystem::path(path).stem() != id->text) continue;
    Diagnostics findings;
    auto issued = load_certificate(root, path, nullptr, findings);
    if (!issued || findings.has_errors()) throw Error(Failure::refused, findings.items().front());
    return std::move(*issued);
  }
  throw Error(Failure::usage, fmt::format("there is no certificate `{}`", sanitized(word)),
              "guerdon show CASE lists those of a case");
}

World world_of(const Root& root, const CaseId& id, Date today) {
  Diagnostics ignored;
  return load_world(root, today, {false, {id.text}, {}, std::set<std::string>{}}, ignored);
}

/// The certificate that says that it replaces `id`; nullptr when none does.
const Certificate* successor_of(const CertificateId& id, const World& world) {
  const auto found = std::find_if(world.issued.begin(), world.issued.end(),
                                  [&](const auto& other) { return other.second.certificate.replaces == id; });
  return found == world.issued.end() ? nullptr : &found->second.certificate;
}

bool has_event(const CertificateId& id, EventKind kind, const World& world) {
  const auto events = world.events.find(id.text);
  return events != world.events.end() && std::any_of(events->second.begin(), events->second.end(),
                                                     [&](const Event& event) { return event.kind.value == kind; });
}

void require_deciders(const ReplaceOptions& options, const World& world) {
  for (const std::string& one : options.by) {
    if (world.find_staff(one).staff != nullptr || world.find_practitioner(one) != nullptr) continue;
    throw Error(Failure::refused, fmt::format("no member of staff and no practitioner `{}`", sanitized(one)),
                "name who decided by the id in organisations/ or practitioners/");
  }
}

/// The text of the event.
std::string event_text(const CertificateId& old, const CertificateId& stands_in, const ReplaceOptions& options) {
  const yaml::Node because = options.because.empty() ? yaml::Node{} : yaml::text(options.because);
  return yaml::emit(yaml::block({{"format", yaml::bare("event/1")},
                                 {"certificate", yaml::bare(old.text)},
                                 {"event", yaml::bare("replaced")},
                                 {"on", yaml::bare(options.on.to_string())},
                                 {"by", yaml::row(options.by)},
                                 {"reason", yaml::bare(options.reason)},
                                 {"because", because},
                                 {"replaced-by", yaml::bare(stands_in.text)}}),
                    0);
}

std::string write_event(const Root& root, const CertificateId& old, const CertificateId& stands_in,
                        const ReplaceOptions& options) {
  const Lock lock(root, "guerdon replace");
  std::size_t number = 1;
  for (const std::string& path : event_paths(root)) {
    const auto name = event_name(path);
    if (name && name->certificate == old.text) ++number;
  }
  std::string path = fmt::format("events/{}-{}.yaml", old.text, number);
  write_file(root.resolve(path), event_text(old, stands_in, options));
  return path;
}

/// Certificates that hold and print the number of `old`.
std::vector<std::string> naming(const CertificateId& old, const World& world) {
  std::vector<std::string> out;
  for (const auto& [case_id, issued] : world.issued) {
    const Certificate& one = issued.certificate;
    if (one.id == old || one.replaces == old || successor_of(one.id, world) != nullptr) continue;
    if (canonical_json(to_json(one)).find(old.text) != std::string::npos) out.push_back(one.id.text);
  }
  return out;
}

}  // namespace

Replacing replace(const Root& root, const Workspace& workspace, const LocaleOf& locale_of,
                  const ReplaceOptions& options, const PressRoom& room, const Random& random) {
  const Issued old = find_facts(root, options.certificate);
  const CertificateId& id = old.certificate.id;
  if (old.certificate.badge) {
    throw Error(Failure::refused, fmt::format("{} is the certificate of a badge", id.text),
                "guerdon badge issues one again once the old one was revoked, by an event written by hand");
  }
  const World world = world_of(root, old.certificate.case_id, options.today);
  require_deciders(options, world);
  Replacing out;
  out.replaced = id;
  const Certificate* successor = successor_of(id, world);
  if (successor != nullptr && !has_event(id, EventKind::replaced, world)) {
    out.outcome = IssueOutcome::finished;
    out.by = successor->id;
    out.pdf_path = certificate_stem(*successor) + ".pdf";
  } else if (const std::string standing = standing_of(id, world); successor != nullptr || !standing.empty()) {
    throw Error(Failure::refused, fmt::format("certificate {} was {}", id.text, standing),
                successor != nullptr ? "replace that one: guerdon replace " + successor->id.text
                                     : "one that does not hold is not replaced; issue another");
  } else {
    IssueOptions issuing;
    issuing.cases = {find_case(root, old.certificate.case_id.text, Naming::exact)};
    issuing.kinds = {old.certificate.kind};
    if (!old.certificate.competence.empty()) issuing.competences = {old.certificate.competence};
    issuing.languages = {old.certificate.language};
    issuing.design = options.design;
    issuing.signers = options.signers;
    issuing.today = options.today;
    issuing.on = options.on;
    issuing.backdated_because = options.backdated_because;
    issuing.dry_run = options.dry_run;
    issuing.replaced = id;
    Issuing issued = issue(root, workspace, locale_of, issuing, room, random);
    out.findings = std::move(issued.findings);
    if (issued.results.empty()) {
      throw Error(Failure::refused,
                  fmt::format("case {} leads to no such certificate now", old.certificate.case_id.text),
                  "guerdon show " + old.certificate.case_id.text);
    }
    const IssueResult& result = issued.results.front();
    out.outcome = result.outcome;
    out.by = result.id;
    out.pdf_path = result.pdf_path;
  }
  const bool stands = out.outcome == IssueOutcome::issued || out.outcome == IssueOutcome::finished;
  if (stands && !options.dry_run) out.event_path = write_event(root, id, out.by, options);
  if (stands || out.outcome == IssueOutcome::planned) out.named = naming(id, world);
  return out;
}

}  // namespace guerdon
