#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "document/importer.h"
#include "flow/survey.h"
#include "store/file.h"

namespace guerdon {

/// What of a workspace is looked at.
struct CheckScope {
  std::vector<std::string> paths = {};  ///< files and folders, relative to the workspace; empty: everything
  bool for_issue = false;               ///< the open gates of what is not issued yet as well
  bool lists_files = false;             ///< whether `Checked::files` is wanted

  /// Whether a file is one of the paths, or lies below one.
  [[nodiscard]] bool holds(std::string_view path) const;
};

/// What the records of a workspace come to.
struct Checked {
  Diagnostics findings;            ///< sorted
  std::vector<std::string> files;  ///< records in scope, sorted; empty where they were not wanted
  std::size_t cases = 0;
  std::size_t people = 0;
  std::size_t organisations = 0;
  std::size_t certificates = 0;
};

/// Reads every file and judges the cases in scope: the always and step rules, and the gates of certificates that were
/// issued. Findings about files out of scope are left out. Writes no more than `.guerdon/cache`. `importer` reads
/// drawings and backgrounds.
Checked check(const Root& root, const SurveySettings& settings, const Importer& importer, const CheckScope& scope = {});

}  // namespace guerdon
