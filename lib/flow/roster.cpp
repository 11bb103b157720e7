#include "flow/roster.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "process/assessing.h"
#include "process/path.h"
#include "store/load.h"

namespace guerdon {
namespace {

/// Whose turn it is at a step.
struct Turn {
  std::string_view step;
  std::string_view whose;
};
constexpr std::array turns{Turn{"awareness", "tutor"},         Turn{"identification", "tutor"},
                           Turn{"documentation", "candidate"}, Turn{"quality", "tutor"},
                           Turn{"choice", "candidate"},        Turn{"assessments", "assessor"},
                           Turn{"looking-ahead", "tutor"},     Turn{"issue", "centre"}};

using Ids = std::vector<std::string>;

bool has(const Ids& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

void add_once(Ids& ids, const std::string& id) {
  if (!id.empty() && !has(ids, id)) ids.push_back(id);
}

Ids ids_of(const std::vector<Acting>& all) {
  Ids out;
  for (const Acting& acting : all)
    add_once(out, acting.practitioner.value);
  return out;
}

/// Until when the one that holds on a day does, or why none does.
std::string validity(const std::vector<Span>& spans, Date day) {
  const auto holds = std::find_if(spans.begin(), spans.end(), [&](const Span& span) { return span.holds(day); });
  if (holds == spans.end()) return why_not_on(spans, day);
  return holds->to ? "until " + holds->to->value.to_string() : std::string("open-ended");
}

/// The centre of the last assessment, else the one that awarded the badge of the tutor who acted last.
std::string centre_of(const Case& record, const World& world) {
  const auto& all = record.assessments;
  const auto last =
      std::find_if(all.rbegin(), all.rend(), [](const Assessment& one) { return one.centre.has_value(); });
  if (last != all.rend()) return last->centre->value;
  const std::vector<Acting> tutors = tutors_of(record);
  if (tutors.empty()) return {};
  const Practitioner* tutor = world.find_practitioner(tutors.back().practitioner.value);
  const Practitioner::Badge* badge = tutor != nullptr ? tutor->find_badge("tutor", tutors.back().on) : nullptr;
  return badge != nullptr ? badge->centre.value : std::string();
}

Candidate candidate_of(const Case& record, const Scheme& scheme, const World& world) {
  Candidate out;
  out.case_id = record.id.value.text;
  const Person* person = world.find_person(record.person.value.text);
  out.name = person != nullptr ? person->name.value : record.person.value.text;
  out.scheme = scheme.id;
  out.centre = centre_of(record, world);
  out.tutors = ids_of(tutors_of(record));
  out.assessors = ids_of(assessors_of(record));
  const Progress progress = progress_of(record, scheme, world);
  if (progress.ready) {
    out.next = "issue";
  } else if (progress.next) {
    out.next = progress.next->section;
  } else {
    out.state = progress.left ? "left" : progress.complete ? "issued" : progress.out_of_reach ? "too short" : "waiting";
    out.in_hand = !progress.left && !progress.complete && !progress.out_of_reach;
    return out;
  }
  const auto turn = std::find_if(turns.begin(), turns.end(), [&](const Turn& t) { return t.step == out.next; });
  out.waits_for = turn != turns.end() ? turn->whose : "organisation";
  if (out.waits_for == "tutor" && !out.tutors.empty()) out.who = out.tutors.back();
  if (out.waits_for == "centre") out.who = out.centre;
  return out;
}

/// The candidates, tutors and assessors gathered under the roles that they have.
class Gathering {
 public:
  Gathering(const World& world, const std::vector<Candidate>& candidates) : world_(world), candidates_(candidates) {}

  [[nodiscard]] std::vector<RosterPractitioner> practitioners(std::string_view role) const {
    std::map<std::string, RosterPractitioner> by_id;
    for (const auto& [id, practitioner] : world_.practitioners) {
      const auto& badges = practitioner.badges;
      if (std::any_of(badges.begin(), badges.end(), [&](const auto& badge) { return badge.role.value == role; }))
        by_id[id].id = id;
    }
    for (const Candidate& candidate : candidates_) {
      for (const std::string& id : acting(candidate, role)) {
        RosterPractitioner& row = by_id[id];
        row.id = id;
        if (!candidate.in_hand) continue;
        row.cases.push_back(candidate.case_id);
        if (candidate.waits_for == role && candidate.who == id) row.waiting.push_back(candidate.case_id);
      }
    }
    std::vector<RosterPractitioner> out;
    for (auto& [id, row] : by_id) {
      describe(row, role);
      out.push_back(std::move(row));
    }
    return out;
  }

  [[nodiscard]] std::vector<RosterCentre> centres() const {
    std::vector<RosterCentre> out;
    for (const auto& [id, organisation] : world_.organisations) {
      if (organisation.centre.empty()) continue;
      RosterCentre row;
      row.id = id;
      row.name = organisation.name.value;
      std::vector<Span> spans;
      for (const Centre& centre : organisation.centre) {
        spans.push_back(centre.span);
        if (centre.span.holds(world_.today)) row.level = centre.level.value;
      }
      row.memorandum = validity(spans, world_.today);
      row.tutors = badged_by(id, "tutor");
      row.assessors = badged_by(id, "assessor");
      for (const Candidate& candidate : candidates_) {
        if (candidate.centre != id || !candidate.in_hand) continue;
        row.cases.push_back(candidate.case_id);
        if (candidate.waits_for == "centre") row.waiting.push_back(candidate.case_id);
      }
      out.push_back(std::move(row));
    }
    return out;
  }

 private:
  static const Ids& acting(const Candidate& candidate, std::string_view role) {
    return role == "tutor" ? candidate.tutors : candidate.assessors;
  }

  void describe(RosterPractitioner& row, std::string_view role) const {
    const Practitioner* practitioner = world_.find_practitioner(row.id);
    row.name = practitioner != nullptr ? practitioner->name.value : row.id;
    std::vector<Span> spans;
    if (practitioner != nullptr) {
      for (const Practitioner::Badge& badge : practitioner->badges) {
        if (badge.role.value != role) continue;
        spans.push_back(badge.valid);
        add_once(row.centres, badge.centre.value);
      }
    }
    row.certified = holds_on(spans, world_.today);
    row.badge = validity(spans, world_.today);
  }

  [[nodiscard]] Ids badged_by(const std::string& centre, std::string_view role) const {
    Ids out;
    for (const auto& [id, practitioner] : world_.practitioners) {
      const Practitioner::Badge* badge = practitioner.find_badge(role, world_.today);
      if (badge != nullptr && badge->centre.value == centre) out.push_back(id);
    }
    return out;
  }

  const World& world_;
  const std::vector<Candidate>& candidates_;
};

void limit_to(Roster& roster, const std::string& centre) {
  std::erase_if(roster.candidates, [&](const Candidate& candidate) { return candidate.centre != centre; });
  for (auto* practitioners : {&roster.tutors, &roster.assessors})
    std::erase_if(*practitioners, [&](const RosterPractitioner& one) { return !has(one.centres, centre); });
  std::erase_if(roster.centres, [&](const RosterCentre& one) { return one.id != centre; });
}

}  // namespace

Roster roster_of(const Root& root, Date today, const std::string& centre) {
  Roster out;
  Diagnostics loading;
  const World world = load_world(root, today, {true, {}, {}, std::set<std::string>{}}, loading);
  // Whose file cannot be read would stand here as somebody without a badge.
  for (const Diagnostic& finding : loading.items()) {
    if (finding.severity == Severity::error && finding.where.path.starts_with("practitioners/"))
      out.findings.add(finding);
  }
  for (const auto& [id, path] : world.case_paths) {
    Diagnostics reading;
    const auto record = load_case(root, path, world, reading);
    const auto scheme = record ? world.schemes.find(record->scheme.value) : world.schemes.end();
    if (!record || reading.has_errors() || scheme == world.schemes.end()) {
      out.findings.append(reading);
      continue;
    }
    if (scheme->second.find_section("assessments") == nullptr) continue;
    out.candidates.push_back(candidate_of(*record, scheme->second, world));
  }
  std::sort(out.candidates.begin(), out.candidates.end(), [](const Candidate& a, const Candidate& b) {
    return std::tuple(!a.in_hand, a.case_id) < std::tuple(!b.in_hand, b.case_id);
  });
  const Gathering gathering(world, out.candidates);
  out.tutors = gathering.practitioners("tutor");
  out.assessors = gathering.practitioners("assessor");
  out.centres = gathering.centres();
  if (!centre.empty()) limit_to(out, centre);
  out.findings.sort();
  return out;
}

}  // namespace guerdon
