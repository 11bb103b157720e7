#include "process/crosswalk.h"

#include <algorithm>

#include "process/assessing.h"

namespace guerdon {
namespace {

/// The ids of the skills that were found, else of those that are claimed.
std::vector<std::string> skills_of(const Case& record, Date day) {
  std::vector<std::string> out;
  for (const HeldResult& held : results_that_hold(record, day))
    out.push_back(held.result->competence.value);
  if (record.validation) {
    for (const auto& agreement : record.validation->skills) {
      if (!agreement.left_out) out.push_back(agreement.skill.value);
    }
  }
  if (!out.empty()) return out;
  if (record.identification) {
    for (const auto& claim : record.identification->competences)
      out.push_back(claim.competence.value);
  }
  if (record.self_assessment) {
    for (const auto& claim : record.self_assessment->skills)
      out.push_back(claim.skill.value);
  }
  return out;
}

bool is_there(const std::vector<Crosswalk::Near>& near, const std::string& skill, const std::string& scheme) {
  return std::any_of(near.begin(), near.end(), [&](const Crosswalk::Near& one) {
    return one.skill == skill && (one.scheme == scheme || one.scheme.empty());
  });
}

void add_near(std::vector<Crosswalk::Near>& out, const Skill& skill, const Scheme& scheme) {
  if (!is_there(out, skill.id, scheme.id)) out.push_back({skill.id, skill.name, scheme.id});
}

/// Both directions: what the skill's list names, and what names it.
std::vector<Crosswalk::Near> near_to(const Skill& skill, const Scheme& own, const World& world) {
  std::vector<Crosswalk::Near> out;
  for (const std::string& id : skill.nearest) {
    bool known = false;
    for (const auto& [name, scheme] : world.schemes) {
      const Skill* other = scheme.id != own.id ? scheme.framework.find(id) : nullptr;
      if (other == nullptr) continue;
      add_near(out, *other, scheme);
      known = true;
    }
    if (!known) out.push_back({id, {}, {}});
  }
  for (const auto& [name, scheme] : world.schemes) {
    if (scheme.id == own.id) continue;
    for (const Skill& other : scheme.framework.skills) {
      if (std::find(other.nearest.begin(), other.nearest.end(), skill.id) != other.nearest.end())
        add_near(out, other, scheme);
    }
  }
  return out;
}

}  // namespace

std::vector<Crosswalk> crosswalk_of(const Case& record, const Scheme& scheme, const World& world) {
  std::vector<Crosswalk> out;
  for (const std::string& id : skills_of(record, world.today)) {
    const Skill* skill = scheme.framework.find(id);
    if (skill == nullptr) continue;
    Crosswalk one{.skill = skill->id,
                  .name = skill->name,
                  .near = near_to(*skill, scheme, world),
                  .key_competences = {},
                  .esco = skill->esco,
                  .outcomes = skill->outcomes.size()};
    for (const std::string& wanted : skill->key_competences) {
      for (const Framework::Group& known : scheme.framework.key_competences) {
        if (known.id == wanted) one.key_competences.push_back(known.name);
      }
    }
    for (const LearningOutcome& outcome : skill->outcomes)
      one.criteria += outcome.criteria.size();
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace guerdon
