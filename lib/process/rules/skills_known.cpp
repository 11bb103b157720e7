#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// The skills and levels of one list of a case: each must exist, and no skill stand there twice.
class SkillList {
 public:
  explicit SkillList(const Inquiry& inquiry) : inquiry_(inquiry) {}

  void add(const Located<std::string>& skill) {
    if (skill.value.empty()) return;
    const Framework& framework = inquiry_.scheme.framework;
    if (framework.find(skill.value) == nullptr) {
      report_unknown(skill);
    } else if (std::find(seen_.begin(), seen_.end(), skill.value) != seen_.end()) {
      inquiry_.object(skill.place, fmt::format("{} is listed twice", skill.value), "keep one of the two");
    } else {
      seen_.push_back(skill.value);
    }
  }

  void check_level(const std::optional<Located<int>>& level) const {
    if (!level || level->value == 0 || inquiry_.scheme.scale.find(level->value) != nullptr) return;
    inquiry_.object(level->place, fmt::format("level {} is not on the scale of 1 to {}", level->value,
                                              inquiry_.scheme.scale.levels.size()));
  }

 private:
  void report_unknown(const Located<std::string>& skill) const {
    const Framework& framework = inquiry_.scheme.framework;
    if (const Skill* meant = framework.match(skill.value)) {
      inquiry_.object(skill.place,
                      fmt::format("`{}` is a spelling of {}, a record holds the id", sanitized(skill.value), meant->id),
                      fmt::format("write `{}`", meant->id));
    } else {
      inquiry_.object(skill.place, fmt::format("no skill `{}` in {}", sanitized(skill.value), inquiry_.scheme.id),
                      did_you_mean(framework.near(skill.value)));
    }
  }

  const Inquiry& inquiry_;
  std::vector<std::string_view> seen_;
};

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  for (const Objectives& objectives : record.objectives) {
    SkillList list(inquiry);
    for (const Objectives::Aim& aim : objectives.skills)
      list.add(aim.skill);
  }
  if (record.midterm) {
    SkillList list(inquiry);
    for (const Midterm::Review& review : record.midterm->skills) {
      list.add(review.skill);
      list.check_level(review.level);
    }
  }
  if (record.self_assessment) {
    SkillList list(inquiry);
    for (const SelfAssessment::Claim& claim : record.self_assessment->skills) {
      list.add(claim.skill);
      list.check_level(claim.level);
    }
  }
  if (record.validation) {
    SkillList list(inquiry);
    for (const Validation::Agreement& agreement : record.validation->skills) {
      list.add(agreement.skill);
      list.check_level(agreement.claimed);
      list.check_level(agreement.agreed);
    }
  }
}

}  // namespace

constinit const Rule skills_known_rule{
    .id = "skills.known",
    .sentence = "Every skill and level exists in the framework, and no list names a skill twice.",
    .why = "The network's guide for organisations, 3.2: skills are those of the framework that the network provides.",
    .when = When::always,
    .check = check,
};

}  // namespace guerdon
