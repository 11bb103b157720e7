#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "flow/shipped.h"
#include "model/scheme_version.h"
#include "process/scheme_diff.h"
#include "store/file.h"

namespace guerdon {

/// How much hangs on a scheme version.
struct SchemeUse {
  std::size_t cases = 0;
  std::size_t certificates = 0;  ///< of cases and of badges
};

/// The scheme versions of a workspace, all languages read. Reports what is wrong with their files.
SchemeVersions own_schemes(const Root& root, Date today, Diagnostics& findings);

/// How many cases and certificates name each version; also those that the workspace does not hold.
std::map<std::string, SchemeUse, std::less<>> scheme_uses(const Root& root);

/// The version of the workspace that is, but for its number, as it came with guerdon; nullptr when none is.
const Scheme* find_same(const SchemeVersions& versions, const ShippedScheme& shipped);

/// A version that was added to a workspace.
struct NewVersion {
  std::string id;                     ///< empty when there was nothing to take in
  std::string from;                   ///< the version it was made from, or the one that is the same already
  std::vector<std::string> paths;     ///< of what was written, in the workspace
  std::vector<SchemeChange> changes;  ///< against the newest version that was there
};

/// Takes the scheme that came with guerdon under that name or id into a workspace: as its own version where that is
/// newer than all that are there, else as the one behind the newest. Nothing is edited; what is there already is not
/// taken in again. The folder appears whole. Throws Error{usage} for a name that did not come with guerdon.
NewVersion update_scheme(const Root& root, const std::filesystem::path& data_folder, const std::string& name,
                         Date today, bool dry_run);

/// Copies a version of the workspace, or the newest of that name, as the one behind the newest, to be edited. Throws
/// Error{usage} with those that there are.
NewVersion copy_scheme(const Root& root, const std::string& name, Date today, bool dry_run);

}  // namespace guerdon
