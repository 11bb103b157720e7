#include "flow/badge.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "flow/planned.h"
#include "flow/words_of.h"
#include "model/designs.h"
#include "model/scheme_version.h"
#include "process/assessing.h"
#include "process/parties.h"
#include "process/training.h"
#include "store/load.h"
#include "store/lock.h"

namespace guerdon {
namespace {

using Badge = Practitioner::Badge;

/// The scheme that makes certificates of badges: the workspace's own if it does, else the first.
const Scheme& scheme_of_badges(const World& world, const Workspace& workspace) {
  const Scheme* own = find_version(world.schemes, workspace.scheme.value);
  if (own != nullptr && own->find_document("badge") != nullptr) return *own;
  for (const auto& [id, scheme] : world.schemes) {
    const Scheme* newest = newest_version(world.schemes, family_of(scheme));
    if (newest->find_document("badge") != nullptr) return *newest;
  }
  throw Error(Failure::refused, "no scheme of this workspace makes certificates of badges",
              "take one in that lists `document: badge`: guerdon scheme update lever-up");
}

const Practitioner& practitioner_of(const World& world, const std::string& id) {
  if (const Practitioner* found = world.find_practitioner(id)) return *found;
  std::vector<std::string> known;
  for (const auto& [other, practitioner] : world.practitioners)
    known.push_back(other);
  const auto near = nearest(id, known);
  throw Error(
      Failure::usage, fmt::format("there is no practitioner `{}`", sanitized(id)),
      near.empty() ? "each has a file practitioners/ID.yaml" : fmt::format("did you mean {}?", joined_or(near)));
}

const Issued* find_issued_badge(const World& world, const Practitioner& practitioner, const Badge& badge) {
  for (const auto& [case_id, issued] : world.issued) {
    const auto& stated = issued.certificate.badge;
    if (stated && stated->practitioner.id == practitioner.id.value && stated->role == badge.role.value &&
        stated->from == badge.valid.from->value && still_counts(world.find_event(issued.certificate.id)))
      return &issued;
  }
  return nullptr;
}

/// What one badge is judged and certified from.
class Awarding {
 public:
  Awarding(const World& world, const Scheme& scheme, const Practitioner& practitioner, const BadgeOptions& options)
      : world_(world), scheme_(scheme), practitioner_(practitioner), options_(options) {}

  /// Who signs for the centre; null when something was reported.
  const Staff* judge(const Badge& badge, Diagnostics& findings) const {
    const std::size_t before = findings.count(Severity::error);
    const auto object = [&](std::string_view rule, Place place, std::string message, std::string hint) {
      findings.error(std::string(rule), {practitioner_.path, place}, std::move(message), std::move(hint));
    };
    if (const RuleSetting* training = scheme_.find_rule("training.complete")) {
      for (const std::string& fault : training_faults(practitioner_, badge, *training)) {
        object("training.complete", badge.place, fmt::format("the {}'s badge {}", badge.role.value, fault),
               "put the training or the badge right here");
      }
    }
    if (const std::string fault = centre_fault(badge, world_); !fault.empty()) {
      object("assessor.certified", badge.centre.place, fmt::format("the {}'s badge {}", badge.role.value, fault),
             "name another, or put the memorandum's dates right in the organisation's file");
    }
    const Organisation* centre = world_.find_organisation(badge.centre.value);
    if (centre == nullptr) return nullptr;
    const Staff* signer = signer_of(*centre, findings);
    return findings.count(Severity::error) == before ? signer : nullptr;
  }

  [[nodiscard]] Certificate certify(const Badge& badge, const Staff& signer, const CertificateId& id,
                                    const std::string& verify_address, const Locale& locale) const {
    const SchemeText& text = text_in(scheme_, options_.language);
    const Organisation& centre = *world_.find_organisation(badge.centre.value);
    Certificate c;
    c.id = id;
    c.award = id;
    c.kind = "badge";
    c.scheme = scheme_.id;
    for (const std::string& file :
         {std::string("scheme.yaml"), std::string("competences.yaml"), "text/" + options_.language + ".yaml"}) {
      if (const auto digest = scheme_.file_digests.find(file); digest != scheme_.file_digests.end())
        c.scheme_files.insert(*digest);
    }
    c.language = options_.language;
    c.name = practitioner_.name.value;
    c.issued_on = options_.on;
    c.issued_at = centre.place;
    c.verify_address = verify_address;
    c.backdated_because = options_.backdated_because;
    c.organisations.push_back({centre.id.value, centre.name_on(c.issued_on), locale.place(centre.place, centre.country),
                               "centre", centre.logo ? centre.logo->kept_name() : ""});
    c.signers.push_back(
        {signer.id.value, signer.name.value, titled(signer.title, centre.name_on(c.issued_on), text), centre.id.value});
    c.badge = facts_of(badge);
    c.words = words_of(c, scheme_, text, locale, {});
    return c;
  }

 private:
  const Staff* signer_of(const Organisation& centre, Diagnostics& findings) const {
    const auto is_herself = [&](const Staff& staff) {
      if (staff.person && practitioner_.person) return staff.person->value == practitioner_.person->value;
      return is_same_name(staff.name.value, practitioner_.name.value);
    };
    const Staff* named = options_.signer.empty() ? nullptr : centre.find_staff(options_.signer);
    if (!options_.signer.empty() && named == nullptr) {
      findings.error("issue.signer", {centre.path, centre.id.place},
                     fmt::format("{} is not on the staff of {}", sanitized(options_.signer), centre.id.value),
                     "name somebody of the centre that awarded the badge");
      return nullptr;
    }
    for (const Staff& staff : centre.staff) {
      if ((named == nullptr || named == &staff) && has_mandate(staff, options_.on) && !is_herself(staff)) return &staff;
    }
    findings.error(
        "issue.signer", {centre.path, named != nullptr ? named->id.place : centre.id.place},
        fmt::format("{} may sign for {} on {}", named != nullptr ? named->id.value + " is not one who" : "nobody",
                    centre.id.value, options_.on.to_string()),
        "give somebody other than the practitioner the mandate under `signs:` here");
    return nullptr;
  }

  [[nodiscard]] Certificate::Badge facts_of(const Badge& badge) const {
    Certificate::Badge out;
    out.practitioner = {practitioner_.id.value, practitioner_.name.value};
    out.role = badge.role.value;
    out.from = badge.valid.from->value;
    if (badge.valid.to) out.to = badge.valid.to->value;
    if (practitioner_.training) {
      const Practitioner::Training& training = *practitioner_.training;
      out.trained_from = training.from.value;
      out.trained_to = training.to.value;
      out.hours = training.hours.value;
      out.modules = modules_passed(training, out.from);
      out.days = static_cast<int>(training.blended.size());
    }
    return out;
  }

  const World& world_;
  const Scheme& scheme_;
  const Practitioner& practitioner_;
  const BadgeOptions& options_;
};

/// The badges asked for, each with a first day.
std::vector<const Badge*> badges_of(const Practitioner& practitioner, const BadgeOptions& options) {
  std::vector<const Badge*> out;
  for (const Badge& badge : practitioner.badges) {
    const bool asked = options.roles.empty() ||
                       std::find(options.roles.begin(), options.roles.end(), badge.role.value) != options.roles.end();
    if (asked && badge.valid.from && badge.valid.holds(options.on)) out.push_back(&badge);
  }
  for (const std::string& role : options.roles) {
    if (std::any_of(out.begin(), out.end(), [&](const Badge* badge) { return badge->role.value == role; })) continue;
    std::vector<Span> spans;
    for (const Badge& badge : practitioner.badges) {
      if (badge.role.value == role) spans.push_back(badge.valid);
    }
    throw Error(Failure::refused,
                Diagnostic{Severity::error,
                           "assessor.certified",
                           {practitioner.path, practitioner.id.place},
                           fmt::format("{} has no {}'s badge on {}: {}", practitioner.id.value, role,
                                       options.on.to_string(), why_not_on(spans, options.on)),
                           "badges stand under `badges:` here, each with its days and the centre that awarded it"});
  }
  if (out.empty()) {
    throw Error(Failure::refused, Diagnostic{Severity::error,
                                             "assessor.certified",
                                             {practitioner.path, practitioner.id.place},
                                             fmt::format("{} has no badge that holds on {}", practitioner.id.value,
                                                         options.on.to_string()),
                                             "badges stand under `badges:` here, each with its days and the centre "
                                             "that awarded it"});
  }
  return out;
}

void write(const Root& root, const Workspace& workspace, const Certificate& certificate, const std::string& pdf) {
  write_facts(root, workspace, certificate);
  write_file(root.resolve(certificate_stem(certificate) + ".pdf"), pdf, Durability::rebuildable);
}

BadgeResult result_of(const Certificate& certificate, IssueOutcome outcome) {
  return {certificate.badge->role, outcome, certificate.id, certificate_stem(certificate) + ".pdf"};
}

/// Of a badge that was certified already: its PDF is made where it is missing.
BadgeResult finished(const Root& root, const Certificate& certificate, const BadgeOptions& options, Press& press,
                     const Location& where, Diagnostics& findings) {
  BadgeResult result = result_of(certificate, IssueOutcome::already);
  const auto pdf = root.resolve(result.pdf_path);
  Shaper shaper;
  if (holds_pdf(pdf) || !press.pages(certificate, shaper, where, findings)) return result;
  result.outcome = IssueOutcome::finished;
  if (!options.dry_run) write_file(pdf, press.pdf(certificate, shaper), Durability::rebuildable);
  return result;
}

BadgeResult issued_now(const Root& root, const Workspace& workspace, Certificate& certificate,
                       const BadgeOptions& options, Press& press, const Location& where, Diagnostics& findings) {
  Shaper shaper;
  if (!press.first_pages(certificate, shaper, where, findings))
    return {certificate.badge->role, IssueOutcome::refused, {}, {}};
  if (!options.dry_run) press.keep_files(certificate);
  if (!options.dry_run) write(root, workspace, certificate, press.pdf(certificate, shaper));
  return result_of(certificate, options.dry_run ? IssueOutcome::planned : IssueOutcome::issued);
}

}  // namespace

std::optional<Certificate> badge_of_sample(const World& world, const Scheme& scheme, const Locale& locale,
                                           const std::string& verify_address, const CertificateId& id, Date on) {
  BadgeOptions options;
  options.language = locale.language;
  options.today = options.on = on;
  for (const auto& [practitioner_id, practitioner] : world.practitioners) {
    const Awarding awarding(world, scheme, practitioner, options);
    for (const Badge& badge : practitioner.badges) {
      Diagnostics findings;
      if (!badge.valid.from || !badge.valid.holds(on)) continue;
      if (const Staff* signer = awarding.judge(badge, findings))
        return awarding.certify(badge, *signer, id, verify_address, locale);
    }
  }
  return std::nullopt;
}

BadgeIssuing issue_badges(const Root& root, const Workspace& workspace, const Locale& locale,
                          const BadgeOptions& options, const PressRoom& room, const Random& random) {
  std::optional<Lock> lock;
  if (!options.dry_run) lock.emplace(root, "guerdon badge");
  BadgeIssuing out;
  Diagnostics loading;
  const World world = load_world(root, options.today, {false, {""}, {}, std::set{options.language}}, loading);
  if (loading.has_errors()) {
    out.findings = std::move(loading);
    return out;
  }
  const Scheme& scheme = scheme_of_badges(world, workspace);
  static_cast<void>(text_in(scheme, options.language));
  const Practitioner& practitioner = practitioner_of(world, options.practitioner);
  out.practitioner = practitioner.id.value;
  const Awarding awarding(world, scheme, practitioner, options);
  const std::string design =
      chosen_design(scheme, "badge", scheme.find_document("badge")->design, options.design, workspace.design.value);
  if (design.empty()) {
    throw Error(Failure::usage, fmt::format("{} has no design `{}` of the badge", scheme.id, sanitized(options.design)),
                "it has " + joined_or(design_names(scheme, "badge")));
  }
  Press press(root, room);
  press.know_logos(root, world);
  for (const Badge* badge : badges_of(practitioner, options)) {
    const Location where{practitioner.path, badge->place};
    BadgeResult result{badge->role.value, IssueOutcome::refused, {}, {}};
    if (const Issued* issued = find_issued_badge(world, practitioner, *badge)) {
      if (!options.dry_run) write_missing_digest(root, workspace, issued->certificate);
      result = finished(root, issued->certificate, options, press, where, out.findings);
    } else if (const Staff* signer = awarding.judge(*badge, out.findings)) {
      Certificate certificate = awarding.certify(*badge, *signer, CertificateId::make(random),
                                                 workspace.verify ? workspace.verify->value : "", locale);
      certificate.design = press.plate(scheme.folder, design).facts;
      result = issued_now(root, workspace, certificate, options, press, where, out.findings);
    }
    out.results.push_back(std::move(result));
  }
  out.findings.sort();
  return out;
}

}  // namespace guerdon
