#include "flow/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "base/packed_findings.h"
#include "base/text.h"
#include "document/font_chain.h"
#include "document/template.h"
#include "flow/check_events.h"
#include "flow/evidence.h"
#include "flow/gates.h"
#include "flow/images.h"
#include "flow/issue.h"
#include "flow/likeness.h"
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
void check_settings(const Root& root, const std::vector<KnownPerson>& people, Diagnostics& findings) {
  const std::string text = folded(read_record(root, "guerdon.yaml"));
  for (const KnownPerson& person : people) {
    const bool named = person.name.find(' ') != std::string::npos && text.find(person.name) != std::string::npos;
    const bool addressed = !person.email.empty() && text.find(person.email) != std::string::npos;
    if (!named && !addressed) continue;
    findings.warning("privacy.leak", {"guerdon.yaml", {}},
                     fmt::format("the settings hold the {} of {}", named ? "name" : "e-mail address", person.id),
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
void check_places(const Survey& survey, Diagnostics& findings) {
  std::string place;
  for (const StampedFile& file : survey.cases()) {
    const std::string_view id = stem_of(file.path);
    place.assign("cases/").append(id.substr(0, id.find('-'))).append(1, '/').append(id).append(".yaml");
    if (file.path != place)
      findings.error("case.ids", {file.path, {}}, "a case stands in the folder of its id's year",
                     "move it to " + place);
  }
  std::unordered_set<std::string_view> cases;
  if (!survey.register_so_far().certificates.empty()) {
    for (const StampedFile& file : survey.cases())
      cases.insert(stem_of(file.path));
  }
  std::map<std::string_view, std::string_view> seen;
  for (const KnownCertificate& certificate : survey.register_so_far().certificates) {
    if (certificate.id.empty()) continue;
    const std::string& path = certificate.file.path;
    const std::string right = fmt::format("certificates/{}/{}.json", certificate.issued_on.year(), certificate.id);
    const auto [first, fresh] = seen.emplace(certificate.id, path);
    if (!fresh) {
      findings.error("case.ids", {path, {}},
                     fmt::format("certificate {} also stands in {}", certificate.id, first->second), "delete the copy");
    } else if (path != right) {
      findings.error("case.ids", {path, {}}, "a certificate stands in the folder of the year of its issue",
                     "move it to " + right);
    }
    if (!certificate.badge && !cases.contains(certificate.case_id)) {
      findings.error("case.ids", {path, {}}, fmt::format("its case {} is not in this workspace", certificate.case_id),
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
void check_people(const std::vector<KnownPerson>& people, const std::unordered_set<std::string_view>& named,
                  Diagnostics& findings) {
  for (const KnownPerson& person : people) {
    if (person.id.empty() || named.contains(person.id)) continue;
    findings.warning("case.ids", {person.file.path, person.id_place},
                     fmt::format("no case names the person {}", person.id),
                     fmt::format("run the enrolment that was interrupted again, enrol with --person {}, or remove the "
                                 "file",
                                 person.id));
  }
}

/// Two files of one person are linked by a person, never by guerdon; and a link must lead somewhere.
void check_same_people(const std::vector<KnownPerson>& people, Diagnostics& findings) {
  const PeopleAlike alike(people);
  std::unordered_map<std::string_view, const KnownPerson*> by_id;
  for (const KnownPerson& person : people)
    by_id.emplace(person.id, &person);
  for (const KnownPerson& person : people) {
    // Of two the later one tells.
    const KnownPerson* like = alike.find(person);
    if (like != nullptr && like < &person) {
      findings.warning("people", {person.file.path, person.id_place},
                       fmt::format("{} and {} have {}", like->id, person.id, likeness(*like, person)),
                       fmt::format("if it is one person, write `same-as: {}` here: both ids stay valid", like->id));
    }
    if (person.same_as.empty()) continue;
    const Location where{person.file.path, person.same_as_place};
    const auto kept = by_id.find(person.same_as);
    if (kept == by_id.end()) {
      findings.error("people", where, fmt::format("no person `{}`", sanitized(person.same_as)),
                     "name the file of the same person that is kept");
    } else if (kept->second == &person) {
      findings.error("people", where, fmt::format("{} is named as the same as itself", person.id),
                     "name the file that is kept, or take the line out");
    } else if (!kept->second->same_as.empty()) {
      findings.error("people", where,
                     fmt::format("{} is itself the same as {}", person.same_as, sanitized(kept->second->same_as)),
                     "name the file that is kept");
    }
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
std::vector<std::string> files_in(const CheckScope& scope, const Root& root, const Survey& survey) {
  std::vector<std::string> out{"guerdon.yaml"};
  const auto add = [&](const std::vector<StampedFile>& files) {
    for (const StampedFile& file : files)
      out.push_back(file.path);
  };
  const auto add_known = [&](const auto& all) {
    for (const auto& known : all)
      out.push_back(known.file.path);
  };
  add(survey.cases());
  add_known(survey.register_so_far().people);
  add_known(survey.register_so_far().certificates);
  add_known(survey.register_so_far().events);
  add(stamped_files(root, "organisations", ".yaml", Depth::here));
  add(stamped_files(root, "practitioners", ".yaml", Depth::here));
  add(stamped_files(root, "schemes", "/scheme.yaml", Depth::years));
  std::erase_if(out, [&](const std::string& path) { return !scope.holds(path); });
  std::sort(out.begin(), out.end());
  return out;
}

/// What is wrong with schemes, organisations, practitioners and events, behind the number of organisations.
std::string surroundings_text(const Root& root, const Workspace& workspace, const Importer& importer, Survey& survey,
                              bool& may_be_kept) {
  Diagnostics findings;
  const World& world = survey.surroundings(findings);
  check_usual_design(workspace, world, findings);
  check_organisations(world, findings);
  check_logos(root, world, importer, findings);
  check_events(root, world, survey.register_so_far().certificates, findings);
  for (const auto& [id, scheme] : world.schemes) {
    check_scheme(scheme, findings);
    check_designs(root, scheme, importer, findings);
  }
  // A finding may lie in the machine, such as a missing module, and not in the records.
  may_be_kept = findings.empty();
  Packed out;
  out.add(std::uint64_t{world.organisations.size()});
  add(out, findings);
  return out.bytes();
}

/// What is wrong with one case, behind the person whom it names; no person where the case could not be read.
std::string case_text(const Root& root, const Workspace& workspace, const CheckScope& scope, const Asked& asked) {
  Diagnostics findings = asked.reading;
  // A rule would judge the default values that stand in for what could not be read.
  if (asked.record != nullptr && asked.scheme != nullptr && !asked.reading.has_errors()) {
    const Case& record = *asked.record;
    findings.append(judge_record(record, *asked.scheme, asked.world).findings);
    check_issued(record, *asked.scheme, asked.world, findings);
    if (scope.for_issue) check_open_gates(record, *asked.scheme, asked.world, findings);
    check_evidence(root, workspace, record, *asked.scheme, asked.world, findings);
    if (record.documentation) {
      for (const Evidence& evidence : record.documentation->evidence)
        asked.rests_on.push_back(evidence.file.value);
    }
  }
  Packed out;
  out.add(asked.record == nullptr ? std::string_view() : std::string_view(asked.record->person.value.text));
  out.add(std::uint64_t{asked.record == nullptr ? 0U : 1U});
  add(out, findings);
  return out.bytes();
}

}  // namespace

bool CheckScope::holds(std::string_view path) const {
  return paths.empty() || std::any_of(paths.begin(), paths.end(), [&](const std::string& one) {
           return path == one || one == "." || (path.starts_with(one) && path.substr(one.size()).starts_with('/'));
         });
}

Checked check(const Root& root, const SurveySettings& settings, const Importer& importer, const CheckScope& scope) {
  Checked out;
  const Workspace workspace = load_workspace(root);
  Survey survey(root, settings);
  check_places(survey, out.findings);
  const std::string surroundings = survey.ask_once("surroundings", [&](bool& may_be_kept) {
    return surroundings_text(root, workspace, importer, survey, may_be_kept);
  });
  Unpacked around(surroundings);
  out.organisations = around.number();
  out.findings.append(findings_from(around));

  std::vector<std::string_view> paths;
  for (const StampedFile& file : survey.cases()) {
    if (scope.holds(file.path)) paths.push_back(file.path);
  }
  out.cases = paths.size();
  bool all_read = paths.size() == survey.cases().size();
  std::unordered_set<std::string_view> named;
  named.reserve(paths.size());
  const auto question = [&](const Asked& asked) { return case_text(root, workspace, scope, asked); };
  const std::vector<std::string> answers = survey.ask(scope.for_issue ? "gates" : "check", paths, question);
  for (const std::string& answer : answers) {
    Unpacked packed(answer);
    named.insert(packed.text());
    if (packed.number() == 0) all_read = false;
    out.findings.append(findings_from(packed));
  }
  const Register& known = survey.complete_register();
  const auto count_read = [](const auto& all) {
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](const auto& one) { return !one.id.empty(); }));
  };
  out.people = count_read(known.people);
  out.certificates = count_read(known.certificates);
  out.findings.append(known.findings);
  check_settings(root, known.people, out.findings);
  if (all_read) check_people(known.people, named, out.findings);
  const std::string same = survey.ask_of_people("same people", [&](bool& /*may_be_kept*/) {
    Diagnostics findings;
    check_same_people(known.people, findings);
    Packed text;
    add(text, findings);
    return text.bytes();
  });
  Unpacked of_people(same);
  out.findings.append(findings_from(of_people));
  std::erase_if(out.findings.items(), [&](const Diagnostic& finding) { return !scope.holds(finding.where.path); });
  out.findings.sort();
  if (scope.lists_files) out.files = files_in(scope, root, survey);
  survey.remember();
  return out;
}

}  // namespace guerdon
