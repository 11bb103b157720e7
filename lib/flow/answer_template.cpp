#include <fmt/format.h>

#include "base/once.h"
#include "flow/answer.h"
#include "process/parties.h"

namespace guerdon {
namespace {

/// Writes `lines` in place of a hole, wherever it stands.
void fill(std::string& text, std::string_view hole, const std::string& lines) {
  for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + lines.size())) {
    text.replace(at, hole.size(), lines);
  }
}

std::string commented(const std::string& id, const std::string& name) {
  return fmt::format("#   {:32} {}\n", id, name);
}

std::string skills_of(const Scheme& scheme) {
  std::string out;
  for (const Skill& skill : scheme.framework.skills)
    out += commented(skill.id, skill.name);
  return out;
}

std::string levels_of(const Scheme& scheme) {
  std::string out;
  for (const Level& level : scheme.scale.levels)
    out += fmt::format("#   {} {}\n", level.number, level.word);
  return out;
}

/// "basic, accomplished, expert"
std::string outcomes_of(const Scheme& scheme) {
  std::string out;
  for (const Level& level : scheme.scale.levels)
    out += (out.empty() ? "" : ", ") + (level.id.empty() ? std::to_string(level.number) : level.id);
  return out;
}

std::string kinds_of_evidence(const Scheme& scheme) {
  std::string out;
  for (const Framework::Group& kind : scheme.framework.evidence)
    out += commented(kind.id, kind.name);
  return out;
}

std::string checklist_of(const Scheme& scheme) {
  std::string out;
  for (const Framework::Group& item : scheme.framework.checklist)
    out += fmt::format("  # {}\n  - item: {}\n    met: TRUE-OR-FALSE\n", item.name, item.id);
  return out;
}

std::string claims_of(const Case& record) {
  std::string out;
  if (record.self_assessment) {
    for (const auto& claim : record.self_assessment->skills) {
      out += fmt::format("  - skill: {}\n    claimed: {}\n    agreed: {}\n", claim.skill.value, claim.level.value,
                         claim.level.value);
    }
  }
  return out.empty() ? "  - skill: SKILL\n    agreed: LEVEL\n" : out;
}

/// What she wants to learn, to be looked at again.
std::string aims_of(const Case& record) {
  std::vector<std::string> skills;
  for (const Objectives& objectives : record.objectives) {
    for (const auto& aim : objectives.skills)
      skills.push_back(aim.skill.value);
  }
  skills = once(skills);
  if (skills.empty()) skills.emplace_back("SKILL");
  std::string out;
  for (const std::string& skill : skills)
    out += fmt::format(
        "  - skill: {}\n"
        "    level: LEVEL           # may be left away\n"
        "    note: …                # private: never printed; may be left away\n",
        skill);
  return out;
}

/// The ids of the competences that the candidate wants to show.
std::vector<std::string> identified(const Case& record) {
  std::vector<std::string> out;
  if (record.identification) {
    for (const auto& claim : record.identification->competences)
      out.push_back(claim.competence.value);
  }
  if (out.empty()) out.emplace_back("COMPETENCE");
  return out;
}

std::string row_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : ", ") + word;
  return '[' + out + ']';
}

/// A line for each criterion, below the outcome that it belongs to.
std::string ratings_of(const Skill* skill) {
  if (skill == nullptr || skill->outcomes.empty()) return "      1a: RATING\n";
  std::string out;
  int number = 0;
  for (const LearningOutcome& outcome : skill->outcomes) {
    out += fmt::format("      # {} {}\n", ++number, outcome.text);
    char letter = 'a';
    for (const std::string& criterion : outcome.criteria)
      out += fmt::format("      {}{}: RATING # {}\n", number, letter++, criterion);
  }
  return out;
}

/// What an assessor is to say of each competence that the candidate wants to show.
std::string results_of(const Case& record, const Scheme& scheme) {
  std::string out;
  for (const std::string& competence : identified(record)) {
    out += fmt::format(
        "  - competence: {}\n"
        "    ratings:\n{}"
        "    # outcome: OUTCOME     # the decision; what the ratings propose when it is left away\n"
        "    # because: …           # why it is not what the ratings propose. Private: never printed\n"
        "    complexity: {{context: STEP, task: STEP, autonomy: STEP}}\n"
        "    grounds: …             # what the result rests on: no certificate without. Printed only when the "
        "candidate "
        "chose so\n",
        competence, ratings_of(scheme.framework.find(competence)));
  }
  return out;
}

}  // namespace

std::string answer_template(std::string text, const Case& record, const Scheme& scheme, Date today) {
  fill(text, "{skills}\n", skills_of(scheme));
  fill(text, "{levels}\n", levels_of(scheme));
  fill(text, "{claims}\n", claims_of(record));
  fill(text, "{aims}\n", aims_of(record));
  fill(text, "{checklist}\n", checklist_of(scheme));
  fill(text, "{kinds-of-evidence}\n", kinds_of_evidence(scheme));
  fill(text, "{results}\n", results_of(record, scheme));
  fill(text, "{identified}", row_of(identified(record)));
  fill(text, "{outcomes}", outcomes_of(scheme));
  fill(text, "{kind}", record.assessments.empty() ? "first" : "second-opinion");
  fill(text, "{coordinator}", coordinator_of(record));
  fill(text, "{today}", today.to_string());
  return text;
}

}  // namespace guerdon
