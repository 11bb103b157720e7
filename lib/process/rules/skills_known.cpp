#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "process/known.h"
#include "process/rules/all.h"
#include "process/words.h"

namespace guerdon {
namespace {

/// Each skill of one list must exist and stand there once. Levels are known since the case was read.
template <class Item>
void check_list(const Inquiry& inquiry, const std::vector<Item>& items) {
  std::vector<std::string_view> seen;
  for (const Item& item : items) {
    const Located<std::string>& skill = item.skill;
    if (!is_known(inquiry, skill, "skill")) continue;
    if (std::find(seen.begin(), seen.end(), skill.value) != seen.end()) {
      inquiry.object(skill.place, fmt::format("{} is listed twice", skill.value), "keep one of the two");
    } else {
      seen.push_back(skill.value);
    }
  }
}

void check(const Inquiry& inquiry) {
  const Case& record = inquiry.record;
  for (const Objectives& objectives : record.objectives)
    check_list(inquiry, objectives.skills);
  if (record.midterm) check_list(inquiry, record.midterm->skills);
  if (record.self_assessment) check_list(inquiry, record.self_assessment->skills);
  if (record.validation) check_list(inquiry, record.validation->skills);
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
