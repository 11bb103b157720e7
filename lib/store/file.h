#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace guerdon {

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

/// Whether a PDF is there and, as its two ends tell, whole: `%PDF-` first, `%%EOF` within the last kilobyte. A power
/// cut can leave less of one. The bytes between are not read.
bool holds_pdf(const std::filesystem::path& file);

/// The bytes of a file of the workspace. Throws Error{access} that names it when it leads out of the workspace or is no
/// regular file; that is not opened.
std::string read_record(const Root& root, std::string_view relative);

/// Whether a written file must outlive a power cut, or can be made again at will.
enum class Durability : std::uint8_t { lasting, rebuildable };

/// Writes a file so that a reader, or a crash, sees the old content or the new one: temporary file beside it, fsync,
/// rename, fsync of the folder (no fsync when rebuildable). Makes missing folders, keeps the mode of a file that it
/// replaces. Throws Error{access} that names the file.
void write_file(const std::filesystem::path& file, std::string_view bytes, Durability durability = Durability::lasting);

}  // namespace guerdon
