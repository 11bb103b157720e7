#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace guerdon {

/// What somebody who has a competence does, and by what an assessor knows it.
struct LearningOutcome {
  std::string text;
  std::vector<std::string> criteria;  ///< the first has the letter a
};

/// A skill that a scheme certifies.
struct Skill {
  std::string id;  ///< "team-work": stable for ever
  std::string group;
  std::string name;  ///< English; other languages stand in `text/`
  std::string meaning;
  std::vector<std::string> aliases;  ///< spellings that were seen
  std::vector<std::string> esco;     ///< concept URIs
  std::vector<std::string> key_competences;
  std::vector<std::string> nearest;   ///< skills of other schemes that it is close to
  std::string volunteering;           ///< where volunteering brings it into play
  std::vector<std::string> evidence;  ///< kinds of it that fit
  std::vector<LearningOutcome> outcomes;

  /// The criterion that "2b" names: the second of the second outcome; nullptr when there is none.
  [[nodiscard]] const std::string* find_criterion(std::string_view wanted) const;
};

/// The key under which the spellings of a skill's name meet: case and accents folded, "and", "&" and dashes dropped.
std::string skill_key(std::string_view word);

/// The skills of one scheme version, with where they come from.
struct Framework {
  struct Group {
    std::string id;
    std::string name;
  };
  std::string source;
  std::string version;
  std::string europass;  ///< as what a skill enters Europass; no identifier of it
  std::string ecvet;     ///< as what a skill enters ECVET
  std::vector<Group> groups;
  std::vector<Group> key_competences;  ///< of the Council recommendation of 2018
  std::vector<Group> evidence;         ///< the kinds of evidence that a portfolio may hold
  std::vector<Group> checklist;        ///< of a portfolio's quality: id and question
  std::vector<Skill> skills;

  /// The skill of exactly this id, or nullptr.
  [[nodiscard]] const Skill* find(std::string_view id) const;
  /// The skill whose id, alias or name is `word`, case and accents folded; nullptr when none is.
  [[nodiscard]] const Skill* match(std::string_view word) const;
  /// Up to three ids near `word`.
  [[nodiscard]] std::vector<std::string> near(std::string_view word) const;
};

/// One step of the scale on which skills are judged.
struct Level {
  int number = 0;
  std::string id;    ///< "work-ready": accepted in place of the number; may be empty
  std::string word;  ///< "Intermediate (Work Ready)"
};

struct Scale {
  std::vector<Level> levels;  ///< in order, numbers 1, 2, …

  /// The step that `word` (a number or an id) names; empty when none.
  [[nodiscard]] std::optional<int> parse(std::string_view word) const;
  /// As `parse`, and by the step's word, "good" or "4 Good", case and accents folded: as an answer may say it.
  [[nodiscard]] std::optional<int> match(std::string_view word) const;
  [[nodiscard]] const Level* find(int number) const;
};

}  // namespace guerdon
