#include "process/path.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "model/service.h"
#include "process/assessing.h"
#include "process/certificates.h"
#include "process/parties.h"
#include "process/recorded.h"
#include "process/rule.h"
#include "process/step_command.h"
#include "process/window.h"

namespace guerdon {
namespace {

/// The rules that the length of the service alone decides: no further step can mend them.
constexpr std::array<std::string_view, 2> rules_of_length{"participation.days", "skills.minimum-period"};

bool is_blocking(const RuleSetting& setting, const Case& record) {
  if (setting.strength == Strength::expect) return record.find_waiver(setting.rule.value) == nullptr;
  return setting.strength == Strength::require;
}

/// Whether the service, as it is planned now, is long enough for a certificate; an unplanned one may become so.
bool is_within_reach(const std::string& kind, const Case& record, const Scheme& scheme, const World& world) {
  if (!service_of(record)) return true;
  // The length of the service is the same on any day.
  const IssueRequest request{.kind = kind, .on = {}, .together = {}, .signers = {}};
  Diagnostics findings;
  for (const std::string_view id : rules_of_length) {
    const Rule* rule = find_rule(id);
    const RuleSetting* setting = scheme.find_rule(id);
    if (rule == nullptr || setting == nullptr || !setting->gates(kind) || !is_blocking(*setting, record)) continue;
    rule->check(Inquiry(record, scheme, world, *setting, &request, findings));
  }
  return findings.empty();
}

/// The certificates that this case is on its way to.
std::vector<std::string> wanted_certificates(const Case& record, const Scheme& scheme, const World& world) {
  std::vector<std::string> out;
  for (const CertificateKind& kind : scheme.certificates) {
    if (kind.after.empty() && is_recorded(record, kind.needs_section) &&
        is_within_reach(kind.id, record, scheme, world))
      out.push_back(kind.id);
  }
  return out;
}

std::vector<std::string> issued_certificates(const Case& record, const World& world) {
  std::vector<std::string> out;
  for (const Issued* issued : issued_of(record, world)) {
    const std::string& kind = issued->certificate.kind;
    if (std::find(out.begin(), out.end(), kind) == out.end()) out.push_back(kind);
  }
  return out;
}

/// Whether what a kind certifies is all issued: for each reached competence its own.
bool is_all_issued(const CertificateKind& kind, const Case& record, const World& world) {
  if (!kind.each_competence) return find_issued(record, world, kind.id) != nullptr;
  const auto held = results_that_hold(record, world.today);
  return find_issued(record, world, kind.id) != nullptr &&
         std::all_of(held.begin(), held.end(), [&](const HeldResult& h) {
           return !is_reached(*h.result) ||
                  find_issued(record, world, kind.id, {}, h.result->competence.value) != nullptr;
         });
}

bool is_confirmed_by_all(const Case& record, const Scheme& scheme, const World& world) {
  for (const Placement* placement : issuing_placements(record, scheme)) {
    const Organisation* organisation = world.find_organisation(placement->organisation.value);
    if (organisation == nullptr) continue;
    const auto& all = record.participation->confirmed;
    const auto of_it = [&](const auto& confirmed) { return organisation->find_staff(confirmed.by.value) != nullptr; };
    if (std::none_of(all.begin(), all.end(), of_it)) return false;
  }
  return true;
}

/// What makes a step complete beyond its section being there, and the rule whose waiver stands in for it.
struct Completion {
  std::string_view section;
  std::string_view waivable;
  bool (*complete)(const Case&, const Scheme&, const World&);
};

constexpr std::array completions{
    Completion{"objectives", "objectives.present", nullptr},
    Completion{"midterm", "midterm.present", nullptr},
    Completion{"evaluation", "evaluation.returned",
               [](const Case& c, const Scheme&, const World&) { return c.evaluation->sent && c.evaluation->returned; }},
    Completion{"participation", "participation.confirmed",
               [](const Case& c, const Scheme& scheme, const World& world) {
                 return c.participation->stated && !c.participation->lacks_assent() &&
                        is_confirmed_by_all(c, scheme, world);
               }},
    Completion{"self-assessment", "self-assessment.present",
               [](const Case& c, const Scheme& scheme, const World&) {
                 const RuleSetting* reasons = scheme.find_rule("self-assessment.reason");
                 const auto& claims = c.self_assessment->skills;
                 return !c.self_assessment->lacks_assent() &&
                        (reasons == nullptr || reasons->strength != Strength::require ||
                         std::all_of(claims.begin(), claims.end(), [](const auto& claim) { return claim.reason; }));
               }},
    Completion{"validation", "validation.present", nullptr},
    Completion{"statement", "statement.complete", nullptr},
    Completion{"documentation", "documentation.evidence",
               [](const Case& c, const Scheme& scheme, const World&) {
                 const RuleSetting* shown = scheme.find_rule("documentation.evidence");
                 return shown == nullptr || shown->strength == Strength::off ||
                        competences_to_show(c, shown->number("min")).empty();
               }},
    Completion{"quality", "portfolio.quality",
               [](const Case& c, const Scheme& scheme, const World&) {
                 const auto& wanted = scheme.framework.checklist;
                 return std::all_of(wanted.begin(), wanted.end(), [&](const Framework::Group& item) {
                   return std::any_of(c.quality->items.begin(), c.quality->items.end(),
                                      [&](const Quality::Item& one) { return one.item.value == item.id && one.met; });
                 });
               }},
    Completion{"assessments", "certificate.only-after-assessment",
               [](const Case& c, const Scheme&, const World& world) {
                 const auto held = results_that_hold(c, world.today);
                 return std::any_of(held.begin(), held.end(),
                                    [](const HeldResult& h) { return is_reached(*h.result); });
               }},
};

/// Whether the candidate ended the path on purpose. One who was assessed has chosen, whatever the record says.
bool is_left(const Case& record) {
  return record.exit || (record.choice && !record.choice->formal.value && record.assessments.empty());
}

/// Whether the document of the exit is still to be issued.
bool is_document_due(const Case& record, const Scheme& scheme, const World& world) {
  return record.exit && std::any_of(scheme.certificates.begin(), scheme.certificates.end(), [&](const auto& kind) {
           return !kind.after.empty() && kind.after == record.exit->after.value &&
                  find_issued(record, world, kind.id) == nullptr;
         });
}

void judge_step(Step& step, const Case& record, const Scheme& scheme, const World& world) {
  step.done = is_recorded(record, step.section);
  const auto completion = std::find_if(completions.begin(), completions.end(),
                                       [&](const Completion& c) { return c.section == step.section; });
  if (completion == completions.end()) return;
  if (step.done && completion->complete != nullptr) step.done = completion->complete(record, scheme, world);
  // A portfolio that is told lacks the files that show it.
  if (!step.done && step.section == "documentation" && record.documentation) step.command = "evidence";
  const RuleSetting* setting = scheme.find_rule(completion->waivable);
  const bool may_be_waived = setting != nullptr && setting->strength == Strength::expect;
  step.waived = !step.done && may_be_waived && record.find_waiver(completion->waivable) != nullptr;
}

/// When a step is due: a day of the service, as a rule's parameters say.
struct DueDate {
  std::string_view section;
  std::string_view rule;  ///< without it in the scheme version, or off, the step has no due date
  Date (*day)(const Case&, const Service&, const RuleSetting&);
};

Date arrival(const Case& /*record*/, const Service& service, const RuleSetting& setting) {
  return service.first.plus_days(setting.number("days-after-start"));
}

Date middle(const Case& /*record*/, const Service& service, const RuleSetting& setting) {
  const Window window = share_of(service, setting.number("from"), setting.number("to"));
  return window.from.plus_days(days_between(window.from, window.to) / 2);
}

Date last_share(const Case& /*record*/, const Service& service, const RuleSetting& setting) {
  return share_of(service, 100 - setting.number("last-share"), 100).from;
}

Date last_day(const Case& /*record*/, const Service& service, const RuleSetting& /*setting*/) { return service.last; }

/// The form that was sent has to come back before the certificates, not within days.
Date form_due(const Case& record, const Service& service, const RuleSetting& setting) {
  const bool is_out = record.evaluation && record.evaluation->sent && !record.evaluation->returned;
  return is_out ? service.last : last_share(record, service, setting);
}

constexpr std::array due_dates{
    DueDate{"objectives", "objectives.on-arrival", arrival},
    DueDate{"midterm", "midterm.window", middle},
    DueDate{"evaluation", "self-assessment.window", form_due},
    DueDate{"participation", "participation.confirmed", last_day},
    DueDate{"self-assessment", "self-assessment.window", last_share},
    DueDate{"validation", "validation.present", last_day},
    DueDate{"statement", "statement.complete", last_day},
};

std::optional<Date> due_of(std::string_view section, const Case& record, const std::optional<Service>& service,
                           const Scheme& scheme) {
  const auto due =
      std::find_if(due_dates.begin(), due_dates.end(), [&](const DueDate& d) { return d.section == section; });
  if (due == due_dates.end() || !service) return std::nullopt;
  const RuleSetting* setting = scheme.find_rule(due->rule);
  if (setting == nullptr || setting->strength == Strength::off) return std::nullopt;
  return due->day(record, *service, *setting);
}

bool leads_to_any(const Section& section, const std::vector<std::string>& wanted) {
  return std::any_of(section.leads_to.begin(), section.leads_to.end(), [&](const std::string& kind) {
    return std::find(wanted.begin(), wanted.end(), kind) != wanted.end();
  });
}

/// The open step that is due first; of those due on one day the first in the scheme.
std::optional<Step> next_of(const std::vector<Step>& steps) {
  const Step* next = nullptr;
  for (const Step& step : steps) {
    if (step.done || step.waived) continue;
    if (next == nullptr || (step.due && next->due && *step.due < *next->due)) next = &step;
  }
  return next == nullptr ? std::nullopt : std::optional<Step>(*next);
}

/// What may still come after the certificates, such as looking ahead.
std::string further_command(const Case& record, const Scheme& scheme, const World& world) {
  if (record.exit) return {};
  for (const CertificateKind& kind : scheme.certificates) {
    const Section* section = scheme.find_section(kind.needs_section);
    if (kind.after.empty() || section == nullptr || find_issued(record, world, kind.id) != nullptr) continue;
    return is_recorded(record, section->key) ? "issue" : section->command;
  }
  return {};
}

}  // namespace

bool has_lost_its_person(const Case& record, const World& world) {
  return world.is_erased(record.id.value.text) && world.find_person(record.person.value.text) == nullptr;
}

Progress progress_of(const Case& record, const Scheme& scheme, const World& world) {
  Progress progress;
  const auto service = service_of(record);
  const auto wanted = wanted_certificates(record, scheme, world);
  progress.issued = issued_certificates(record, world);
  for (const Section& section : scheme.sections) {
    if (!leads_to_any(section, wanted)) continue;
    Step step{.section = section.key, .command = section.command, .due = due_of(section.key, record, service, scheme)};
    judge_step(step, record, scheme, world);
    progress.steps.push_back(std::move(step));
  }
  if (has_lost_its_person(record, world)) {
    progress.complete = true;
    return progress;
  }
  progress.out_of_reach = wanted.empty() && progress.issued.empty();
  if (progress.out_of_reach) return progress;
  progress.complete = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& kind) {
    return is_all_issued(*scheme.find_certificate(kind), record, world);
  });
  if (progress.complete) {
    progress.further = further_command(record, scheme, world);
    return progress;
  }
  progress.left = is_left(record);
  if (progress.left) {
    progress.document_due = is_document_due(record, scheme, world);
    return progress;
  }
  progress.next = next_of(progress.steps);
  const bool may_precede_end = scheme.find_rule("participation.after-end") == nullptr;
  progress.ready = !progress.next && (may_precede_end || (service && world.today.has_reached(service->last)));
  return progress;
}

std::string next_command(const Case& record, const Progress& progress) {
  if (progress.left && progress.document_due) return step_command(record, "issue");
  if (progress.complete && !progress.further.empty()) return step_command(record, progress.further);
  if (progress.complete || progress.out_of_reach || progress.left) return {};
  if (progress.next && progress.next->command.empty()) return {};
  return step_command(record, progress.next ? std::string_view(progress.next->command) : "issue");
}

}  // namespace guerdon
