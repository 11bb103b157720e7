#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <system_error>

#include "base/error.h"
#include "base/text.h"
#include "store/descriptor.h"
#include "store/fault.h"
#include "store/file.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// Fewer bytes wait for those that follow.
constexpr std::size_t worth_a_write = 1U << 18U;

constexpr std::string_view unfinished_begin = ".guerdon-";
constexpr std::string_view unfinished_end = ".part";
constexpr const char* access_list = "system.posix_acl_access";

/// A name in the folder of `target` that this process has not used yet.
fs::path unfinished_beside(const fs::path& target) {
  static std::atomic<unsigned> count = 0;
  return target.parent_path() / fmt::format("{}{}-{}{}", unfinished_begin, ::getpid(), ++count, unfinished_end);
}

/// The temporary file of one write: removed unless it was renamed.
class Temporary {
 public:
  Temporary(const fs::path& target, mode_t mode) : target_(target), file_(make(target, mode, name_)) {}
  ~Temporary() {
    if (!kept_) ::unlink(name_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t done = ::write(file_.get(), bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) cannot("write", target_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }

  /// Lets those read it who may read `old`, which it is about to replace, and nobody else.
  void permit_as(const struct stat& old) const {
    struct stat made {};
    if (::fstat(file_.get(), &made) != 0) cannot("write", target_, errno);
    // Only root can give a file away, and only to a group of one's own.
    [[maybe_unused]] const int given =
        old.st_uid == made.st_uid ? 0 : ::fchown(file_.get(), old.st_uid, static_cast<gid_t>(-1));
    const bool same_group = old.st_gid == made.st_gid || ::fchown(file_.get(), static_cast<uid_t>(-1), old.st_gid) == 0;
    mode_t mode = old.st_mode & 07777U;
    // With an access list the group's bits say what the list may give, not what the group has.
    if (!same_group || !copy_access_list()) mode &= 05707U;
    if (::fchmod(file_.get(), mode) != 0) cannot("write", target_, errno);
  }

  void sync() const {
    if (::fsync(file_.get()) != 0) cannot("write", target_, errno);
  }

  void become_target() {
    if (!file_.close() || ::rename(name_.c_str(), target_.c_str()) != 0) cannot("write", target_, errno);
    kept_ = true;
  }

 private:
  static int make(const fs::path& target, mode_t mode, std::string& name) {
    while (true) {
      name = unfinished_beside(target);
      const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (fd >= 0) return fd;
      if (errno != EEXIST) cannot("write", target, errno);
    }
  }

  /// False when there is one and it could not be given.
  [[nodiscard]] bool copy_access_list() const {
    std::array<char, 4096> list{};
    const ssize_t size = ::getxattr(target_.c_str(), access_list, list.data(), list.size());
    if (size < 0) return errno == ENODATA || errno == ENOTSUP;
    return ::fsetxattr(file_.get(), access_list, list.data(), static_cast<std::size_t>(size), 0) == 0;
  }

  const fs::path& target_;
  std::string name_;
  Descriptor file_;
  bool kept_ = false;
};

/// The temporary folder of one write: removed with what it holds unless it was renamed.
class UnfinishedFolder {
 public:
  explicit UnfinishedFolder(const fs::path& target) : target_(target), path_(unfinished_beside(target)) {
    while (is_there(path_))
      path_ = unfinished_beside(target);
  }
  ~UnfinishedFolder() {
    std::error_code unknown;
    if (!kept_) fs::remove_all(path_, unknown);
  }
  UnfinishedFolder(const UnfinishedFolder&) = delete;
  UnfinishedFolder& operator=(const UnfinishedFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }

  void become_target() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) cannot("write", target_, errno);
    kept_ = true;
  }

 private:
  const fs::path& target_;
  fs::path path_;
  bool kept_ = false;
};

void sync_folder(const fs::path& folder, const fs::path& target) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) cannot("make sure of", target, errno);
}

mode_t mode_of_folder(const fs::path& folder, const fs::path& target) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) cannot("write", target, errno);
  return status.st_mode & 0777U;
}

/// Makes the folders that are missing, each open to no more people than the one it lies in.
void make_folder(const fs::path& folder, const fs::path& target, Durability durability) {
  struct stat status {};
  if (folder.empty() || (::stat(folder.c_str(), &status) == 0 && S_ISDIR(status.st_mode))) return;
  const fs::path parent = folder.has_parent_path() ? folder.parent_path() : fs::path(".");
  make_folder(parent, target, durability);
  if (::mkdir(folder.c_str(), mode_of_folder(parent, target)) != 0) {
    // Another part of a batch may have made it.
    const int fault = errno;
    if (fault != EEXIST || ::stat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode))
      cannot("make the folder of", target, fault == EEXIST ? ENOTDIR : fault);
  }
  if (durability == Durability::lasting) sync_folder(parent, target);
}

bool is_unfinished(std::string_view name) {
  if (!name.starts_with(unfinished_begin) || !name.ends_with(unfinished_end)) return false;
  name.remove_prefix(unfinished_begin.size());
  name.remove_suffix(std::min(unfinished_end.size(), name.size()));
  return !name.empty() && name.find_first_not_of("0123456789-") == std::string_view::npos;
}

}  // namespace

void write_file(const fs::path& file, std::string_view bytes, Durability durability) {
  write_file(file, std::span(&bytes, 1), durability);
}

void write_file(const fs::path& file, std::span<const std::string_view> parts, Durability durability) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  make_folder(folder, file, durability);
  struct stat old {};
  const bool replaces = ::stat(file.c_str(), &old) == 0;
  if (!replaces && errno != ENOENT) cannot("write", file, errno);
  Temporary temporary(file, replaces ? mode_t{0600} : 0666U & mode_of_folder(folder, file));
  if (replaces) temporary.permit_as(old);
  std::string together;
  for (const std::string_view part : parts) {
    together += part;
    if (together.size() < worth_a_write) continue;
    temporary.write(together);
    together.clear();
  }
  temporary.write(together);
  if (durability == Durability::lasting) temporary.sync();
  temporary.become_target();
  if (durability == Durability::lasting) sync_folder(folder, file);
}

void write_folder(const fs::path& folder, const std::map<std::string, std::string>& files) {
  if (is_there(folder))
    throw Error(Failure::refused, fmt::format("`{}` is there already", sanitized(folder.lexically_normal().string())));
  make_folder(folder.parent_path(), folder, Durability::lasting);
  UnfinishedFolder unfinished(folder);
  for (const auto& [path, bytes] : files)
    write_file(unfinished.path() / path, bytes);
  unfinished.become_target();
  sync_folder(folder.parent_path(), folder);
}

void remove_unfinished(const Root& root) {
  std::error_code fault;
  for (fs::recursive_directory_iterator it(root.folder(), fs::directory_options::skip_permission_denied, fault), end;
       !fault && it != end; it.increment(fault)) {
    std::error_code unknown;
    const std::string name = it->path().filename().string();
    if (name == ".git") it.disable_recursion_pending();
    if (!is_unfinished(name)) continue;
    const fs::file_status status = it->symlink_status(unknown);
    if (fs::is_regular_file(status)) fs::remove(it->path(), unknown);
    if (fs::is_directory(status)) {
      it.disable_recursion_pending();
      fs::remove_all(it->path(), unknown);
    }
  }
}

}  // namespace guerdon
