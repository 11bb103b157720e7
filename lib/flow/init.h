#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"

namespace guerdon {

/// What a new workspace is told.
struct NewWorkspace {
  std::filesystem::path folder;
  std::filesystem::path data_folder;  ///< templates/ and schemas/ that came with the program
  std::string organisation;           ///< name
  std::string organisation_id;        ///< empty: made from the name
  std::string place;
  std::string country;
  std::string coordinator;     ///< name
  std::string coordinator_id;  ///< empty: made from the name
  std::string coordinator_title = "Coordinator";
  std::string verify;                     ///< address where certificates are verified; may be empty
  std::vector<std::string> schemes = {};  ///< by name, "glore", or id, "glore-1"; the first is that of new cases
  bool people_tracked = true;
  bool evidence_tracked = false;  ///< where a scheme has portfolios
  bool force = false;             ///< whether the folder may hold files already
  Date since;                     ///< membership of the organisation and the coordinator's mandate begin
};

/// Makes a workspace and returns the paths it wrote. A folder that is not empty is refused unless forced, and so is
/// one in a workspace; a file that exists is kept, a .gitignore gets the lines it lacks. Throws Error with what is
/// wrong before anything is written.
std::vector<std::string> init_workspace(const NewWorkspace& wanted);

}  // namespace guerdon
