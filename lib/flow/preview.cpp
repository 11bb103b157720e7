#include "flow/preview.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/once.h"
#include "base/text.h"
#include "flow/badge.h"
#include "flow/certify.h"
#include "model/designs.h"
#include "model/scheme_version.h"
#include "process/certificates.h"
#include "process/signing.h"
#include "store/load.h"

namespace guerdon {
namespace {

/// A case and the world that it stands in.
struct Subject {
  World world;
  std::filesystem::path folder;  ///< of its workspace
  std::optional<Case> record;
  std::string language;  ///< that people wrote in, unless the case says another

  [[nodiscard]] const Scheme& scheme() const { return world.schemes.find(record->scheme.value)->second; }
};

Subject subject_of(const Root& root, const Workspace& workspace, const PreviewOptions& options) {
  Diagnostics findings;
  Subject out;
  out.language = workspace.language.value;
  out.folder = root.folder();
  if (options.found) {
    out.world = load_world(root, options.on, {}, findings);
    out.record = load_case(root, options.found->path, out.world, findings);
    if (!out.record || !out.world.schemes.contains(out.record->scheme.value))
      throw Error(Failure::refused, findings.items().front());
    return out;
  }
  World own = load_surroundings(root, options.on, {}, findings);
  const Scheme* scheme = find_version(own.schemes, options.scheme);
  if (scheme == nullptr) {
    throw Error(Failure::usage, fmt::format("there is no scheme `{}` in this workspace", sanitized(options.scheme)),
                "guerdon scheme list shows those that there are");
  }
  const std::filesystem::path folder = options.samples / family_of(*scheme);
  if (!std::filesystem::is_directory(folder)) {
    throw Error(Failure::refused, fmt::format("guerdon brings no sample of {} along", options.scheme),
                "name a case whose facts it shall show: guerdon preview CASE");
  }
  const Root sample(folder);
  out.folder = sample.folder();
  const std::vector<std::string> cases = case_paths(sample);
  if (cases.empty())
    throw Error(Failure::access, fmt::format("what came with guerdon is not complete: `{}`", folder.string()),
                "install guerdon again");
  const Workspace told = load_workspace(sample);
  out.language = told.language.value;
  Diagnostics inside;
  out.world = load_world(sample, options.on, {}, inside);
  // The sample is of one version; it is shown as a case of the one that is asked for.
  out.world.schemes.insert_or_assign(told.scheme.value, *scheme);
  out.record = load_case(sample, cases.front(), out.world, inside);
  if (!out.record || inside.has_errors()) throw Error(Failure::access, inside.items().front());
  return out;
}

/// `words`, or all of `known` for none or the word "all"; throws Error{usage} for one that is not known.
std::vector<std::string> chosen(const std::vector<std::string>& words, const std::vector<std::string>& known,
                                std::string_view what) {
  if (words.empty() || words == std::vector<std::string>{"all"}) return known;
  for (const std::string& word : words) {
    if (std::find(known.begin(), known.end(), word) != known.end()) continue;
    throw Error(Failure::usage, fmt::format("there is no {} `{}`", what, sanitized(word)),
                "write " + joined_or(known) + ", or all");
  }
  return words;
}

std::vector<std::string> kinds_of(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const CertificateKind& kind : scheme.certificates)
    out.push_back(kind.id);
  if (scheme.find_document("badge") != nullptr) out.emplace_back("badge");
  return out;
}

std::vector<std::string> languages_of(const Scheme& scheme) {
  std::vector<std::string> out;
  for (const auto& [language, text] : scheme.texts)
    out.push_back(language);
  return out;
}

/// The names of the designs of any of the kinds, each once.
std::vector<std::string> designs_of(const Scheme& scheme, const std::vector<std::string>& kinds) {
  std::vector<std::string> out;
  for (const std::string& kind : kinds) {
    for (std::string& name : design_names(scheme, kind))
      out.push_back(std::move(name));
  }
  return once(out);
}

/// Sets the specimens of one case.
class Setting {
 public:
  Setting(const Subject& subject, const Workspace& workspace, const PreviewOptions& options, Press& press,
          Previewing& out)
      : subject_(subject), workspace_(workspace), options_(options), press_(press), out_(out) {
    const CertificateId id = CertificateId::make([] { return std::uint64_t{0}; });
    id_ = id;
    for (const CertificateKind& kind : subject.scheme().certificates) {
      const auto documents = documents_of(*subject.record, subject.scheme(), {kind.id}, {}, options.on);
      related_.insert(related_.end(), documents.begin(), documents.end());
    }
  }

  void set(const CertificateKind& kind, const std::string& design, const std::string& file, const Locale& locale) {
    const Case& record = *subject_.record;
    const Document wanted = document(kind);
    IssueRequest request{wanted.kind, options_.on, {}, {}, wanted.competence};
    request.signers = usual_signers(record, subject_.scheme(), subject_.world, request);
    Issuance issuance{.id = id_,
                      .award = id_,
                      .language = locale.language,
                      .text_language = record.language ? record.language->value : subject_.language,
                      .verify_address = verify_address(),
                      .backdated_because = {},
                      .related = {}};
    for (Document document : related_) {
      document.language = locale.language;
      issuance.related[document] = id_;
    }
    show(certify(record, subject_.scheme(), subject_.world, locale, request, issuance), design, file, locale);
  }

  /// The first badge of the practitioners; none where nobody has one.
  void set_badge(const std::string& design, const std::string& file, const Locale& locale) {
    auto certificate = badge_of_sample(subject_.world, subject_.scheme(), locale, verify_address(), id_, options_.on);
    if (certificate) show(std::move(*certificate), design, file, locale);
  }

 private:
  void show(Certificate certificate, const std::string& design, const std::string& file, const Locale& locale) {
    const Scheme& scheme = subject_.scheme();
    const Case& record = *subject_.record;
    certificate.design = press_.plate(scheme.folder, file).facts;
    auto pdf = press_.specimen(certificate, scheme.folder, locale.specimen, shaper_,
                               {record.path, record.section("placement")}, out_.findings);
    if (pdf) out_.specimens.push_back({certificate.kind, design, locale.language, std::move(*pdf)});
  }

  [[nodiscard]] std::string verify_address() const { return workspace_.verify ? workspace_.verify->value : ""; }

  [[nodiscard]] Document document(const CertificateKind& kind) const {
    std::vector<std::string> competences;
    if (kind.each_competence && !options_.competence.empty()) competences.push_back(options_.competence);
    const auto all = documents_of(*subject_.record, subject_.scheme(), {kind.id}, competences, options_.on);
    return all.empty() ? Document{kind.id, {}} : all.front();
  }

  const Subject& subject_;
  const Workspace& workspace_;
  const PreviewOptions& options_;
  Press& press_;
  Previewing& out_;
  CertificateId id_;
  std::vector<Document> related_;
  Shaper shaper_;
};

}  // namespace

Previewing preview(const Root& root, const Workspace& workspace, const PreviewOptions& options, const LocaleOf& locale,
                   const PressRoom& room) {
  const Subject subject = subject_of(root, workspace, options);
  const Scheme& scheme = subject.scheme();
  const std::vector<std::string> kinds = chosen(options.kinds, kinds_of(scheme), "certificate");
  const std::vector<std::string> designs = options.designs.empty()
                                               ? std::vector<std::string>{scheme.usual_design}
                                               : chosen(options.designs, designs_of(scheme, kinds), "design");
  const std::vector<std::string> languages = chosen(options.languages, languages_of(scheme), "language");
  Previewing out;
  Press press(root, room);
  press.know_logos(Root(subject.folder), subject.world);
  Setting setting(subject, workspace, options, press, out);
  Stretch stretch(options.on_advance, "setting", languages.size() * kinds.size() * designs.size());
  for (const std::string& language : languages) {
    const Locale& said = locale(language);
    for (const std::string& kind_id : kinds) {
      const CertificateKind* kind = scheme.find_certificate(kind_id);
      const std::string& usual = kind != nullptr ? kind->design : scheme.find_document(kind_id)->design;
      for (const std::string& design : designs) {
        const std::string file = design_file(scheme, kind_id, usual, design);
        if (kind != nullptr && !file.empty()) setting.set(*kind, design, file, said);
        if (kind == nullptr && !file.empty()) setting.set_badge(design, file, said);
        stretch.one_done();
      }
    }
  }
  return out;
}

}  // namespace guerdon
