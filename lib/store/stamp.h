#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fingerprint.h"
#include "store/file.h"

namespace guerdon {

/// What tells, without reading it, that a file is the one it was: nobody can give it other bytes and leave all of this.
/// `status_changed` cannot be set back by hand.
struct Stamp {
  std::uint64_t size = 0;
  std::uint64_t inode = 0;
  std::int64_t modified = 0;        ///< nanoseconds since 1970
  std::int64_t status_changed = 0;  ///< nanoseconds since 1970

  auto operator<=>(const Stamp&) const = default;
};

/// A record's path in the workspace and its stamp; none where it is no plain file.
struct StampedFile {
  std::string path;
  std::optional<Stamp> stamp;
};

/// The name of a file without its ending: "2026-7kq3h2xd" of "cases/2026/2026-7kq3h2xd.yaml".
std::string_view stem_of(std::string_view path);

/// Where below a folder its files stand.
enum class Depth : std::uint8_t { here, years, any };

/// The files of a folder of the workspace that are not hidden and end with `ending`, sorted; none where the folder is
/// missing: those in it, those in the folders in it, or both and all below. What is named as one and is no file comes
/// along without a stamp. Throws Error{access} when it cannot be
/// listed, or leads out of the workspace.
std::vector<StampedFile> stamped_files(const Root& root, const std::string& folder, std::string_view ending,
                                       Depth depth);

/// Empty where there is no plain file.
std::optional<Stamp> stamp_of(const Root& root, const std::string& path);

/// What the clock of the workspace's file system says, nanoseconds since 1970; empty where nothing can be made there.
std::optional<std::int64_t> file_system_time(const Root& root);

/// Whether a file that is read after `now` cannot change any more without its stamp changing: its last change lies
/// further back than the clock's smallest step.
bool is_settled(const Stamp& stamp, std::int64_t now);

/// Adds a stamp, or that there is none.
void add(Fingerprint& print, const std::optional<Stamp>& stamp);

}  // namespace guerdon
