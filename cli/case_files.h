#pragma once

#include <string>
#include <vector>

#include "cli/git.h"
#include "flow/find_case.h"
#include "flow/told_changes.h"

namespace guerdon {

/// The files that tell of one case: its record, its person, its certificates and their events, here and in these
/// commits. Paths relative to the workspace; the case's own comes first.
std::vector<std::string> files_of_case(const Root& root, const FoundCase& found, const Git& git,
                                       const std::vector<std::string>& commits);

/// The names of the skills of the scheme that the case follows; none where it cannot be read.
SkillNames skill_names(const Root& root, const FoundCase& found);

/// The text of a record as it stands in the workspace; empty where there is none.
std::optional<std::string> text_here(const Root& root, const std::string& path);

/// The changes as `--json` gives them.
Json changes_json(const std::vector<ToldChange>& changes);

/// The changes one a line, indented.
std::string changes_text(const std::vector<ToldChange>& changes, std::size_t indent);

}  // namespace guerdon
