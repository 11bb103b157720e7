#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "store/file.h"

namespace guerdon {

/// What became of the records that were to be laid out anew.
struct CanonicalRecords {
  std::size_t looked_at = 0;
  std::vector<std::string> changed;  ///< paths of those that were not laid out so, sorted
  std::set<std::string> refused;     ///< paths of those that findings speak against
  Diagnostics findings;
};

/// Lays out records as guerdon writes them: the files and those below the folders of `paths`, relative to the
/// workspace; every record but schemes when it is empty. Of schemes (their
/// rules, competences and texts) those that a certificate names are passed
/// over, or refused where the file itself is named. Takes the workspace's lock, and writes only files that change; with
/// `write` false it takes no lock and writes nothing. Throws Error{usage} for a path that holds nothing to lay out.
CanonicalRecords lay_out_records(const Root& root, const std::vector<std::string>& paths, bool write);

}  // namespace guerdon
