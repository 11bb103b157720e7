#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace guerdon {

/// A file could not be read or written for a reason that lies in the machine: the disk, the memory. No finding about a
/// record, but the end of the work: what was not seen must not count as not there.
class MachineFault : public Error {
 public:
  explicit MachineFault(const std::string& message);
};

/// The folder of a workspace, and paths in it. Every path is checked: one that leaves the folder, through a symlink
/// too, is refused.
class Root {
 public:
  /// `folder` must hold a `guerdon.yaml` or be about to get one.
  explicit Root(const std::filesystem::path& folder);

  /// The nearest folder at or above `start` that holds a `guerdon.yaml`; throws Error{usage} when there is none.
  static Root find(const std::filesystem::path& start);

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// The absolute path of `relative`; throws Error{access} when it leads out of the workspace.
  [[nodiscard]] std::filesystem::path resolve(std::string_view relative) const;

  /// The path of `file` relative to the workspace, with `/`.
  [[nodiscard]] std::string relative(const std::filesystem::path& file) const;

 private:
  std::filesystem::path folder_;
};

/// The bytes of a file; throws Error{access} that names it.
std::string read_file(const std::filesystem::path& file);

/// Whether something is there, a link to nothing too. Throws Error{access} when that cannot be told.
bool is_there(const std::filesystem::path& file);

/// Whether this is a folder, or leads to one. Throws Error{access} when that cannot be told.
bool is_folder(const std::filesystem::path& file);

/// The names of what lies in a folder, sorted; none when there is no folder. Throws Error{access} that names it when it
/// cannot be listed: what is not seen must not count as not there.
std::vector<std::string> names_in(const std::filesystem::path& folder);

/// Whether a PDF is there and, as its two ends tell, whole: `%PDF-` first, `%%EOF` within the last kilobyte. A power
/// cut can leave less of one. The bytes between are not read.
bool holds_pdf(const std::filesystem::path& file);

/// The bytes of a file of the workspace. Throws Error{access} that names it when it leads out of the workspace or is no
/// regular file, or has more bytes than `limit`; that is not read.
std::string read_record(const Root& root, std::string_view relative, std::uintmax_t limit = 64'000'000);

/// Whether a written file must outlive a power cut, or can be made again at will.
enum class Durability : std::uint8_t { lasting, rebuildable };

/// Writes a file so that a reader, or a crash, sees the old content or the new one: temporary file beside it, fsync,
/// rename, fsync of the folder (no fsync when rebuildable). Makes missing folders. A file that is replaced keeps its
/// owner, group, mode and access list, or loses its group's rights where these cannot be kept; a new file or folder is
/// open to nobody to whom its folder is closed. Throws Error{access} that names the file.
void write_file(const std::filesystem::path& file, std::string_view bytes, Durability durability = Durability::lasting);
/// The same of a content that lies in several parts.
void write_file(const std::filesystem::path& file, std::span<const std::string_view> parts, Durability durability);

/// Writes a folder that is not there yet, so that a reader, or a crash, sees all of it or nothing: a temporary folder
/// beside it, its files as `write_file` does, rename, fsync. `files` by their paths in it. Throws Error{refused} when
/// something of that name is there, Error{access} that names what cannot be written.
void write_folder(const std::filesystem::path& folder, const std::map<std::string, std::string>& files);

/// Removes the temporary files and folders that a killed `write_file` or `write_folder` left anywhere in the workspace.
/// Nobody else may be writing.
void remove_unfinished(const Root& root);

}  // namespace guerdon
