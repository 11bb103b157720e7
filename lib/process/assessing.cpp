#include "process/assessing.h"

#include <fmt/format.h>

#include <algorithm>

#include "process/acts.h"
#include "process/parties.h"

namespace guerdon {
namespace {

void add(std::vector<Acting>& all, const std::vector<Located<std::string>>& ids, std::string_view role,
         std::string_view section, Date on) {
  for (const auto& id : ids)
    all.push_back({id, role, section, on});
}

}  // namespace

std::vector<Acting> tutors_of(const Case& record) {
  std::vector<Acting> out;
  if (record.awareness) add(out, record.awareness->with, "tutor", "awareness", record.awareness->on.value);
  if (record.identification)
    add(out, record.identification->with, "tutor", "identification", record.identification->on.value);
  if (record.quality) add(out, {record.quality->by}, "tutor", "quality", record.quality->on.value);
  if (record.looking_ahead)
    add(out, record.looking_ahead->with, "tutor", "looking-ahead", record.looking_ahead->on.value);
  return out;
}

std::vector<Acting> assessors_of(const Case& record) {
  std::vector<Acting> out;
  for (const Assessment& assessment : record.assessments)
    add(out, assessment.by, "assessor", "assessments", assessment.on.value);
  return out;
}

std::vector<std::string> competences_to_show(const Case& record, int least) {
  std::vector<std::string> out;
  if (!record.documentation) return out;
  for (const Experience& experience : record.documentation->experiences) {
    for (const auto& competence : experience.competences) {
      const auto names_it = [&](const Evidence& evidence) {
        return std::any_of(evidence.competences.begin(), evidence.competences.end(),
                           [&](const auto& shown) { return shown.value == competence.value; });
      };
      const auto& all = record.documentation->evidence;
      const bool is_listed = std::find(out.begin(), out.end(), competence.value) != out.end();
      if (!is_listed && std::count_if(all.begin(), all.end(), names_it) < least) out.push_back(competence.value);
    }
  }
  return out;
}

std::vector<HeldResult> results_that_hold(const Case& record, const Today& day) {
  std::vector<HeldResult> out;
  for (const Assessment& assessment : record.assessments) {
    if (!day.has_reached(assessment.on.value)) continue;
    for (const Assessment::Result& result : assessment.results) {
      const auto same = std::find_if(out.begin(), out.end(), [&](const HeldResult& held) {
        return held.result->competence.value == result.competence.value;
      });
      if (same == out.end()) {
        out.push_back({&assessment, &result});
      } else {
        *same = {&assessment, &result};
      }
    }
  }
  return out;
}

std::vector<HeldResult> results_asked_for(const Case& record, const IssueRequest& request) {
  std::vector<HeldResult> out = results_that_hold(record, request.on);
  std::erase_if(out, [&](const HeldResult& held) {
    const bool other = !request.competence.empty() && held.result->competence.value != request.competence;
    return other || !is_reached(*held.result);
  });
  return out;
}

std::vector<HeldResult> results_to_certify(const Inquiry& inquiry) {
  const std::string& wanted = inquiry.issue->competence;
  std::vector<HeldResult> out = results_that_hold(inquiry.record, inquiry.issue->on);
  std::erase_if(out, [&](const HeldResult& held) {
    const bool not_reached = held.result->level && !is_reached(*held.result);
    return not_reached || (!wanted.empty() && held.result->competence.value != wanted);
  });
  return out;
}

bool is_reached(const Assessment::Result& result) { return result.level && result.level->value > 0; }

bool is_one_person(const World& world, std::string_view one, std::string_view other) {
  if (one == other) return true;
  const Practitioner* a = world.find_practitioner(one);
  const Practitioner* b = world.find_practitioner(other);
  if (a == nullptr || b == nullptr) return false;
  if (a->person && b->person) return a->person->value == b->person->value;
  return is_same_name(a->name.value, b->name.value);
}

bool holds_on(const std::vector<Span>& spans, Date day) {
  return std::any_of(spans.begin(), spans.end(), [&](const Span& span) { return span.holds(day); });
}

std::string why_not_on(const std::vector<Span>& spans, Date day) {
  std::optional<Date> ended;
  std::optional<Date> begins;
  for (const Span& span : spans) {
    if (span.to && span.to->value < day && (!ended || *ended < span.to->value)) ended = span.to->value;
    if (span.from && day < span.from->value && (!begins || span.from->value < *begins)) begins = span.from->value;
  }
  if (ended) return fmt::format("it ended on {}", ended->to_string());
  if (begins) return fmt::format("it begins on {}", begins->to_string());
  return "none is on record";
}

std::string centre_fault(const Practitioner::Badge& badge, const World& world) {
  const std::string& id = badge.centre.value;
  const Organisation* centre = world.find_organisation(id);
  if (centre == nullptr) return fmt::format("was awarded by `{}`, which is no organisation here", id);
  if (!badge.valid.from) return {};
  const Date first = badge.valid.from->value;
  std::vector<Span> spans;
  for (const Centre& level : centre->centre)
    spans.push_back(level.span);
  if (holds_on(spans, first)) return {};
  return fmt::format("was awarded by {}, which was no service centre on {}: {}", id, first.to_string(),
                     why_not_on(spans, first));
}

}  // namespace guerdon
