#include <fmt/format.h>

#include <memory>

#include "base/text.h"
#include "cli/commands.h"
#include "cli/print.h"
#include "cli/recording.h"
#include "cli/show_skills.h"
#include "cli/timeline.h"
#include "flow/gates.h"
#include "flow/person_cases.h"
#include "model/service.h"
#include "process/certificates.h"
#include "process/judge.h"
#include "process/path.h"
#include "process/signing.h"

namespace guerdon {
namespace {

struct Options {
  std::string case_name;
  bool crosswalk = false;
};

/// A certificate that was revoked, replaced or erased, and why.
struct Former {
  std::string document;
  std::string id;
  std::string standing;
};

/// The certificates of the case that were revoked, replaced or erased, as "ID  revoked 2026-10-01"; of an erased one
/// the tombstone may be all that is left.
std::vector<Former> former_of(const Standing& standing) {
  const World& world = standing.world;
  const std::vector<const Issued*> holding = issued_of(standing.record, world);
  std::vector<Former> out;
  const auto [begin, end] = world.issued.equal_range(standing.record.id.value.text);
  for (auto it = begin; it != end; ++it) {
    if (std::find(holding.begin(), holding.end(), &it->second) != holding.end()) continue;
    const Certificate& certificate = it->second.certificate;
    out.push_back({name_of(document_of(certificate)), certificate.id.text, standing_of(certificate.id, world)});
  }
  for (const auto& of_one : world.events) {
    const Event& last = of_one.second.back();
    const std::string& id = of_one.first;
    const bool its = last.case_id && last.case_id->value == standing.record.id.value;
    const auto is_it = [&](const Former& former) { return former.id == id; };
    if (its && std::none_of(out.begin(), out.end(), is_it))
      out.push_back({"certificate", id, standing_of(last.certificate.value, world)});
  }
  return out;
}

std::string former_text(const std::vector<Former>& all) {
  std::string out = all.empty() ? "" : "\nno longer valid\n";
  for (const Former& former : all)
    out += fmt::format("  {:28}{}, {}\n", former.document, former.id, former.standing);
  return out;
}

/// ", closed 2026-12-31, now Kipos" behind the name of an organisation that is gone.
std::string closing_text(const Organisation* organisation, const World& world) {
  if (organisation == nullptr || !organisation->closed || world.today <= organisation->closed->on.value) return {};
  const auto& successor = organisation->closed->successor;
  const Organisation* now = successor ? world.find_organisation(successor->value) : nullptr;
  return fmt::format(" (closed {}{})", organisation->closed->on.value.to_string(),
                     now != nullptr ? ", now " + sanitized(now->name.value) : "");
}

/// ", extended to 2026-10-28" behind what was planned of a placement.
std::string moved_text(const Placement& planned, std::size_t index, const std::optional<Service>& service) {
  if (planned.to.value < planned.from.value) return {};
  if (service) {
    for (const ServicePeriod& period : service->periods) {
      if (period.placement != index) continue;
      if (period.to == planned.to.value) return {};
      return fmt::format(", {} {}", period.to < planned.to.value ? "ended" : "extended to", period.to.to_string());
    }
  }
  return ", never begun";
}

std::string placements_text(const Standing& standing, const std::optional<Service>& service) {
  std::string out;
  for (std::size_t i = 0; i < standing.record.placements.size(); ++i) {
    const Placement& placement = standing.record.placements[i];
    const Organisation* organisation = standing.world.find_organisation(placement.organisation.value);
    out += fmt::format(
        "  {} at {}{}, {} to {}{}{}\n", sanitized(placement.project.value),
        organisation != nullptr ? sanitized(organisation->name.value) : placement.organisation.value,
        closing_text(organisation, standing.world), placement.from.value.to_string(), placement.to.value.to_string(),
        placement.hours ? fmt::format(", {} hours", placement.hours->value) : "", moved_text(placement, i, service));
  }
  return out;
}

std::string head_text(const Standing& standing) {
  const Case& record = standing.record;
  const Person* person = standing.world.find_person(record.person.value.text);
  std::string out = fmt::format("{}  {}\n", record.id.value.text,
                                person != nullptr ? sanitized(person->name.value) : record.person.value.text);
  const auto service = service_of(record);
  out += placements_text(standing, service);
  if (service) {
    out += fmt::format("  {} of service, the last on {}{}\n", counted(static_cast<std::size_t>(service->days), "day"),
                       service->last.to_string(),
                       service->absent_days > 0 ? fmt::format("; {} of them absent", service->absent_days) : "");
    if (service->hours_lapsed) {
      out += "  hours served are not known: those above were planned, and the stay ended early\n";
    } else if (service->hours && std::any_of(record.changes.begin(), record.changes.end(),
                                             [](const Change& change) { return change.hours.has_value(); })) {
      out += fmt::format("  {} served\n", counted(static_cast<std::size_t>(*service->hours), "hour"));
    }
  }
  return out + fmt::format("  {}, {}\n", record.path, record.scheme.value);
}

std::string steps_text(const Standing& standing, const Progress& progress) {
  if (progress.steps.empty()) return {};
  const Timeline timeline = timeline_of(standing.record, *standing.scheme, progress.steps, standing.world.today);
  std::string out = fmt::format("\nsteps{}{}\n", timeline.head.empty() ? "" : std::string(17, ' '), timeline.head);
  for (std::size_t i = 0; i < progress.steps.size(); ++i) {
    const Step& step = progress.steps[i];
    const std::string_view mark = step.done ? "●" : step.waived ? "◌" : "○";
    const std::string due = step.done || step.waived || !step.due ? "" : "due " + step.due->to_string();
    const std::string drawn = timeline.lines.empty() ? "" : timeline.lines[i] + "  ";
    std::string line = fmt::format("  {} {:18}{}{}", mark, step.section, drawn, step.waived ? "waived" : due);
    while (line.ends_with(' '))
      line.pop_back();
    out += line + '\n';
  }
  return out;
}

/// The sets of objectives where they changed on the way, skills alone: the aims are hers.
std::string objectives_text(const Case& record) {
  if (record.objectives.size() < 2) return {};
  std::string out = "\nobjectives\n";
  std::vector<std::string> aimed;
  for (const Objectives& set : record.objectives) {
    std::vector<std::string> skills;
    for (const auto& aim : set.skills)
      skills.push_back(sanitized(aim.skill.value));
    out += fmt::format("  {}  {}{}\n", set.on.value.to_string(), fmt::join(skills, ", "),
                       &set == &record.objectives.back() ? "" : " (until they were changed)");
    aimed.insert(aimed.end(), skills.begin(), skills.end());
  }
  std::vector<std::string> beyond;
  for (std::size_t i = 0; record.self_assessment && i < record.self_assessment->skills.size(); ++i) {
    const std::string& skill = record.self_assessment->skills[i].skill.value;
    if (std::find(aimed.begin(), aimed.end(), skill) == aimed.end()) beyond.push_back(sanitized(skill));
  }
  if (!beyond.empty()) out += fmt::format("  claimed beyond them: {}\n", fmt::join(beyond, ", "));
  return out;
}

std::string issued_text(const Certificate& certificate, const World& world) {
  const std::string standing = standing_of(certificate.id, world);
  return fmt::format("issued {}, {}{}{}", certificate.issued_on.to_string(), certificate.id.text,
                     standing.empty() ? "" : ", ", standing);
}

std::string gates_text(const std::vector<Gates>& all, const World& world) {
  if (all.empty()) return {};
  std::string out = "\ncertificates\n";
  std::size_t width = 28;
  for (const Gates& gates : all)
    width = std::max(width, gates.name.size() + 2);
  for (const Gates& gates : all) {
    const std::string state = gates.issued != nullptr   ? issued_text(gates.issued->certificate, world)
                              : gates.open.has_errors() ? counted(gates.open.count(Severity::error), "gate") + " open"
                                                        : "ready";
    out += fmt::format("  {:{}}{}\n", gates.name, width, state);
    for (const Diagnostic& finding : gates.open.items()) {
      out += fmt::format("    {} {} [{}]\n", finding.severity == Severity::error ? "✗" : "!", finding.message,
                         finding.rule);
    }
    for (const Waiver* waiver : gates.waived) {
      out += fmt::format("    ◌ waived by {} on {} [{}]\n", waiver->by.value, waiver->on.value.to_string(),
                         waiver->rule.value);
    }
  }
  return out;
}

Json json_of(const Standing& standing, const Progress& progress, const std::vector<Gates>& all, Sources& sources) {
  Json steps = Json::array();
  for (const Step& step : progress.steps) {
    Json one = Json::object(
        {{"section", step.section}, {"command", step.command}, {"done", step.done}, {"waived", step.waived}});
    if (step.due) one.set("due", step.due->to_string());
    steps.push_back(std::move(one));
  }
  Json certificates = Json::array();
  for (const Gates& gates : all) {
    Json one = Json::object({{"certificate", gates.document.kind}});
    if (!gates.document.competence.empty()) one.set("competence", gates.document.competence);
    one.set("open", findings_json(gates.open, sources));
    if (gates.issued != nullptr) {
      one.set("id", gates.issued->certificate.id.text);
      const std::string now = standing_of(gates.issued->certificate.id, standing.world);
      if (!now.empty()) one.set("standing", now);
    }
    certificates.push_back(std::move(one));
  }
  return Json::object({{"case", standing.record.id.value.text},
                       {"path", standing.record.path},
                       {"scheme", standing.record.scheme.value},
                       {"person", standing.record.person.value.text},
                       {"steps", std::move(steps)},
                       {"certificates", std::move(certificates)}});
}

Report run(Context& context, const Options& o) {
  const Root root = context.root();
  const Standing standing = load_standing(context, root, find_case(root, o.case_name, Naming::any));
  const Progress progress = progress_of(standing.record, *standing.scheme, standing.world);
  const std::vector<Gates> gates = gates_of(standing.record, *standing.scheme, standing.world);
  Report report;
  report.schema = "guerdon.show/1";
  Sources sources(root.folder(), report.sources);
  report.json = json_of(standing, progress, gates, sources);
  Json others = Json::array();
  report.text = head_text(standing);
  for (const PersonCase& other :
       other_cases_of(root, standing.record.person.value.text, standing.record.id.value.text)) {
    report.text += fmt::format("  also: {}, {}\n", sanitized(other.id), sanitized(other.scheme));
    others.push_back(Json::object({{"case", other.id}, {"scheme", other.scheme}}));
  }
  report.json.set("other-cases", std::move(others));
  report.json.set("results", results_json(standing));
  report.json.set("crosswalk", crosswalk_json(standing));
  report.text += steps_text(standing, progress) + objectives_text(standing.record) + results_text(standing) +
                 gates_text(gates, standing.world);
  const std::vector<Former> former = former_of(standing);
  report.text += former_text(former);
  Json former_json = Json::array();
  for (const Former& one : former) {
    former_json.push_back(Json::object({{"certificate", one.document}, {"id", one.id}, {"standing", one.standing}}));
  }
  report.json.set("no-longer-valid", std::move(former_json));
  if (o.crosswalk) report.text += crosswalk_text(standing);
  const std::string next = next_command(standing.record, progress);
  if (!next.empty()) {
    report.json.set("next", next);
    report.text += fmt::format("\nnext  {}\n", next);
  }
  return report;
}

}  // namespace

Run setup_show(Usage& usage) {
  const auto o = std::make_shared<Options>();
  usage.require("case", &o->case_name, "CASE", "the case: its id, a part of it, its path, or words of the name");
  usage.flag("--crosswalk", o->crosswalk, "how her skills read elsewhere: other schemes, key competences, ESCO");
  usage.examples = "  guerdon show 2026-7kq\n  guerdon show zofia --crosswalk\n";
  return [o](Context& context) { return run(context, *o); };
}

}  // namespace guerdon
