#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace guerdon {

/// A file of a workspace before and after; empty where it was not there.
struct FileChange {
  std::string path;
  std::optional<std::string> before;
  std::optional<std::string> after;
};

/// What changed, for people.
struct ToldChange {
  std::string path;   ///< of the file
  std::string what;   ///< where in it: "validation.skills.team-work.agreed"; empty for the file as a whole
  std::string words;  ///< "Team work agreed 3 → 4"
};

/// Names of skills by id.
using SkillNames = std::map<std::string, std::string, std::less<>>;

/// What became of a case between two states of its files (the case, its person, certificates, events), in terms of
/// skills and dates. Trees are compared, not texts. Of private words, of long texts and of the person only that they
/// changed is told.
std::vector<ToldChange> told_changes(const std::vector<FileChange>& files, const SkillNames& skills);

}  // namespace guerdon
