#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "yaml/node.h"

namespace guerdon {

/// What `guerdon.yaml` says, format `workspace/1`.
struct Workspace {
  std::string path;
  std::string name;
  Located<std::string> organisation;           ///< of a case whose enrolment names none
  Located<std::string> scheme;                 ///< version for new cases: "glore-1"
  Located<std::string> language;               ///< of certificates unless asked otherwise
  Located<std::string> design;                 ///< name of the designs of certificates; empty: the scheme's usual ones
  std::optional<Located<std::string>> verify;  ///< `https://certificates.example.org`: where certificates are verified
  bool people_tracked = true;                  ///< whether git keeps people and facts
  bool evidence_tracked = false;               ///< whether git keeps the files of portfolios
};

/// Reads `guerdon.yaml`. Reports what does not fit; empty only when the file is of another format.
std::optional<Workspace> read_workspace(const yaml::Document& document, Diagnostics& findings);

}  // namespace guerdon
