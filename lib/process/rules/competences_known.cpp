#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "process/known.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

using Group = Framework::Group;

bool is_there(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

bool check_competence(const Inquiry& inquiry, const Located<std::string>& id) {
  return is_known(inquiry, id, "competence");
}

void check_competences(const Inquiry& inquiry, const std::vector<Located<std::string>>& ids) {
  for (const auto& id : ids)
    check_competence(inquiry, id);
}

/// As `check_competence`, for a list that names each competence once.
bool check_once(const Inquiry& inquiry, const Located<std::string>& id, std::vector<std::string>& seen) {
  if (!check_competence(inquiry, id)) return false;
  if (is_there(seen, id.value)) {
    inquiry.object(id.place, fmt::format("{} is listed twice", id.value), "keep one of the two");
    return false;
  }
  seen.push_back(id.value);
  return true;
}

void check_group(const Inquiry& inquiry, const std::vector<Group>& groups, const Located<std::string>& id,
                 std::string_view what) {
  std::vector<std::string> known;
  known.reserve(groups.size());
  for (const Group& group : groups)
    known.push_back(group.id);
  if (id.value.empty() || is_there(known, id.value)) return;
  inquiry.object(id.place, fmt::format("no {} `{}` in {}", what, id.value, inquiry.scheme.id),
                 did_you_mean(nearest(id.value, known)));
}

void check_ratings(const Inquiry& inquiry, const Assessment::Result& result) {
  const Skill& skill = *inquiry.scheme.framework.find(result.competence.value);
  for (const Assessment::Rating& rating : result.ratings) {
    if (skill.find_criterion(rating.criterion.value) != nullptr) continue;
    inquiry.object(rating.criterion.place,
                   fmt::format("{} has no criterion `{}`", skill.id, sanitized(rating.criterion.value)),
                   fmt::format("it has {}; a criterion is the number of its outcome and a letter, as in `1a`",
                               counted(skill.outcomes.size(), "outcome")));
  }
}

void check_portfolio(const Inquiry& inquiry, const Documentation& documentation) {
  for (const Experience& experience : documentation.experiences)
    check_competences(inquiry, experience.competences);
  for (const Evidence& evidence : documentation.evidence) {
    check_competences(inquiry, evidence.competences);
    check_group(inquiry, inquiry.scheme.framework.evidence, evidence.kind, "kind of evidence");
  }
}

void check_quality(const Inquiry& inquiry, const Quality& quality) {
  std::vector<std::string> seen;
  for (const Quality::Item& item : quality.items) {
    check_group(inquiry, inquiry.scheme.framework.checklist, item.item, "item of the checklist");
    if (is_there(seen, item.item.value))
      inquiry.object(item.item.place, fmt::format("{} is listed twice", item.item.value), "keep one of the two");
    seen.push_back(item.item.value);
  }
}

/// What was judged once is judged anew only by a second opinion or an appeal, and nothing else is.
void check_kind(const Inquiry& inquiry, const Assessment& assessment, const std::map<std::string, Date>& judged) {
  const bool anew = assessment.kind.value != "first";
  for (const Assessment::Result& result : assessment.results) {
    const auto earlier = judged.find(result.competence.value);
    if (anew == (earlier != judged.end()) || assessment.kind.value.empty()) continue;
    if (anew) {
      inquiry.object(result.competence.place,
                     fmt::format("nobody judged {} before this {}", result.competence.value,
                                 assessment.kind.value == "appeal" ? "appeal" : "second opinion"),
                     "what is judged for the first time stands in an assessment with `kind: first`");
    } else {
      inquiry.object(result.competence.place,
                     fmt::format("{} was assessed on {} already", result.competence.value, earlier->second.to_string()),
                     "what judges it anew is `kind: second-opinion` or `kind: appeal`");
    }
  }
}

void check_assessments(const Inquiry& inquiry) {
  std::map<std::string, Date> judged;
  for (const Assessment& assessment : inquiry.record.assessments) {
    check_kind(inquiry, assessment, judged);
    std::vector<std::string> seen;
    for (const Assessment::Result& result : assessment.results) {
      if (check_once(inquiry, result.competence, seen)) check_ratings(inquiry, result);
      judged.try_emplace(result.competence.value, assessment.on.value);
    }
  }
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  if (record.identification) {
    std::vector<std::string> seen;
    for (const Identification::Claim& claim : record.identification->competences)
      check_once(inquiry, claim.competence, seen);
  }
  if (record.documentation) check_portfolio(inquiry, *record.documentation);
  if (record.quality) check_quality(inquiry, *record.quality);
  check_assessments(inquiry);
  if (!record.looking_ahead) return;
  for (const LookingAhead::Plan& plan : record.looking_ahead->plan)
    check_competence(inquiry, plan.competence);
}

}  // namespace

constinit const Rule competences_known_rule{
    .id = "competences.known",
    .sentence =
        "Every competence, criterion, kind of evidence and item of the checklist is one of the framework; an "
        "assessment judges a competence once, and only a second opinion or an appeal judges it anew.",
    .why =
        "The project's page on EPALE: fifteen competences, each with learning outcomes and criteria. A list that names "
        "one twice could say two things of it: that it may not is our decision.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
