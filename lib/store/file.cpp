#include "store/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// More than any file that guerdon reads whole.
constexpr off_t most_bytes = 1'000'000'000;

/// Whether a fault says how things stand with a file, and would say so again.
bool is_of_the_file(int fault) {
  constexpr std::array lasting{ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG, EFBIG, ENXIO};
  return std::find(lasting.begin(), lasting.end(), fault) != lasting.end();
}

[[noreturn]] void fail(std::string_view act, const fs::path& file, int fault) {
  std::string why = std::generic_category().message(fault);
  if (!why.empty()) why.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(why.front())));
  const std::string message = fmt::format("cannot {} `{}`: {}", act, sanitized(file.lexically_normal().string()), why);
  if (is_of_the_file(fault)) throw Error(Failure::access, message);
  throw MachineFault(message);
}

/// An open file descriptor, closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() { close(); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

  /// Whether all that was written went through.
  bool close() {
    const int fd = std::exchange(fd_, -1);
    return fd < 0 || ::close(fd) == 0;
  }

 private:
  int fd_;
};

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
      if (done < 0) fail("write", target_, errno);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }

  /// Lets those read it who may read `old`, which it is about to replace, and nobody else.
  void permit_as(const struct stat& old) const {
    struct stat made {};
    if (::fstat(file_.get(), &made) != 0) fail("write", target_, errno);
    // Only root can give a file away, and only to a group of one's own.
    [[maybe_unused]] const int given =
        old.st_uid == made.st_uid ? 0 : ::fchown(file_.get(), old.st_uid, static_cast<gid_t>(-1));
    const bool same_group = old.st_gid == made.st_gid || ::fchown(file_.get(), static_cast<uid_t>(-1), old.st_gid) == 0;
    mode_t mode = old.st_mode & 07777U;
    // With an access list the group's bits say what the list may give, not what the group has.
    if (!same_group || !copy_access_list()) mode &= 05707U;
    if (::fchmod(file_.get(), mode) != 0) fail("write", target_, errno);
  }

  void sync() const {
    if (::fsync(file_.get()) != 0) fail("write", target_, errno);
  }

  void become_target() {
    if (!file_.close() || ::rename(name_.c_str(), target_.c_str()) != 0) fail("write", target_, errno);
    kept_ = true;
  }

 private:
  static int make(const fs::path& target, mode_t mode, std::string& name) {
    while (true) {
      name = unfinished_beside(target);
      const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (fd >= 0) return fd;
      if (errno != EEXIST) fail("write", target, errno);
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
    if (::rename(path_.c_str(), target_.c_str()) != 0) fail("write", target_, errno);
    kept_ = true;
  }

 private:
  const fs::path& target_;
  fs::path path_;
  bool kept_ = false;
};

void sync_folder(const fs::path& folder, const fs::path& target) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) fail("make sure of", target, errno);
}

mode_t mode_of_folder(const fs::path& folder, const fs::path& target) {
  struct stat status {};
  if (::stat(folder.c_str(), &status) != 0) fail("write", target, errno);
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
      fail("make the folder of", target, fault == EEXIST ? ENOTDIR : fault);
  }
  if (durability == Durability::lasting) sync_folder(parent, target);
}

bool is_unfinished(std::string_view name) {
  if (!name.starts_with(unfinished_begin) || !name.ends_with(unfinished_end)) return false;
  name.remove_prefix(unfinished_begin.size());
  name.remove_suffix(std::min(unfinished_end.size(), name.size()));
  return !name.empty() && name.find_first_not_of("0123456789-") == std::string_view::npos;
}

/// A link to nothing stays in a canonical path, as the name of a file to be made would: opening it could make a file
/// anywhere.
bool has_dangling_link(fs::path path) {
  std::error_code fault;
  for (; path.has_relative_path() && !fs::exists(path, fault); path = path.parent_path()) {
    if (fs::is_symlink(path, fault)) return true;
  }
  return false;
}

/// A folder that was found to lie in a workspace.
struct KnownFolder {
  dev_t device = 0;
  ino_t number = 0;
  fs::path real;
};

// Asking for every part of every path takes longer than reading a record.
thread_local std::unordered_map<std::string, KnownFolder> known_folders;

/// The real path of `file` where its folder is known, still the same, and it is no link.
std::optional<fs::path> in_known_folder(const fs::path& file) {
  const fs::path name = file.filename();
  if (name.empty() || name == "." || name == "..") return std::nullopt;
  const auto known = known_folders.find(file.parent_path().native());
  struct stat status {};
  if (known == known_folders.end() || ::stat(known->first.c_str(), &status) != 0) return std::nullopt;
  if (status.st_dev != known->second.device || status.st_ino != known->second.number) return std::nullopt;
  fs::path real = known->second.real / name;
  if (::lstat(real.c_str(), &status) == 0 && S_ISLNK(status.st_mode)) return std::nullopt;
  return real;
}

void remember_folder(const fs::path& file, const fs::path& real) {
  struct stat status {};
  const std::string folder = file.parent_path().native();
  if (real.filename() != file.filename() || ::stat(folder.c_str(), &status) != 0) return;
  struct stat there {};
  if (::stat(real.parent_path().c_str(), &there) != 0 || there.st_ino != status.st_ino) return;
  known_folders[folder] = {status.st_dev, status.st_ino, real.parent_path()};
}

/// All bytes of an open file.
std::string read_open(const Descriptor& fd, const fs::path& file, const struct stat& status) {
  // One more: of a regular file the end shows itself with the last bytes.
  std::string out(static_cast<std::size_t>(status.st_size) + 1, '\0');
  std::size_t length = 0;
  while (true) {
    if (length == out.size()) out.resize(out.size() + std::max<std::size_t>(4096, out.size() / 2));
    const ssize_t got = ::read(fd.get(), out.data() + length, out.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", file, errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > static_cast<std::size_t>(most_bytes)) fail("read", file, EFBIG);
    if (S_ISREG(status.st_mode) && length < out.size()) break;
  }
  out.resize(length);
  return out;
}

[[noreturn]] void refuse_record(std::string_view path, std::string message, std::string hint) {
  throw Error(Failure::access,
              Diagnostic{Severity::error, "workspace", {std::string(path), {}}, std::move(message), std::move(hint)});
}

}  // namespace

Root::Root(const fs::path& folder) {
  std::error_code fault;
  folder_ = fs::canonical(folder, fault);
  if (fault) fail("open", folder, fault.value());
}

MachineFault::MachineFault(const std::string& message) : Error(Failure::access, message) {}

bool is_there(const fs::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) fail("read", file, errno);
  return false;
}

bool is_folder(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0) return S_ISDIR(status.st_mode);
  if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP) fail("read", file, errno);
  return false;
}

Root Root::find(const fs::path& start) {
  std::error_code fault;
  for (fs::path at = fs::absolute(start, fault).lexically_normal(); !at.empty(); at = at.parent_path()) {
    if (is_there(at / "guerdon.yaml")) return Root(at);
    if (at == at.root_path()) break;
  }
  throw Error(Failure::usage,
              fmt::format("no workspace here: neither `{}` nor a folder above it holds a guerdon.yaml",
                          sanitized(start.string())),
              "go to your workspace, name it with -C FOLDER, or make one: guerdon init FOLDER");
}

fs::path Root::resolve(std::string_view relative) const {
  if (const auto known = in_known_folder(folder_ / relative)) return *known;
  std::error_code fault;
  fs::path real = fs::weakly_canonical(folder_ / relative, fault);
  if (fault && !is_of_the_file(fault.value())) fail("read", folder_ / relative, fault.value());
  const auto inside = std::mismatch(folder_.begin(), folder_.end(), real.begin(), real.end());
  if (fault || inside.first != folder_.end() || has_dangling_link(real)) {
    throw Error(Failure::access,
                Diagnostic{Severity::error,
                           "workspace",
                           {std::string(relative), {}},
                           "this leads out of the workspace",
                           "records are files in the workspace's own folder; replace the link by the file"});
  }
  remember_folder(folder_ / relative, real);
  return real;
}

std::string Root::relative(const fs::path& file) const { return file.lexically_relative(folder_).generic_string(); }

std::string read_file(const fs::path& file) {
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (fd.get() < 0) fail("read", file, errno);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) fail("read", file, errno);
  if (S_ISDIR(status.st_mode)) fail("read", file, EISDIR);
  if (status.st_size > most_bytes) fail("read", file, EFBIG);
  return read_open(fd, file, status);
}

bool holds_pdf(const fs::path& file) {
  constexpr std::string_view first = "%PDF-";
  constexpr off_t tail = 1024;
  // Not to wait for whoever writes into a pipe.
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  struct stat status {};
  if (fd.get() < 0 || ::fstat(fd.get(), &status) != 0 || !S_ISREG(status.st_mode)) return false;
  const auto read_from = [&](off_t begin, off_t length) {
    std::string bytes(static_cast<std::size_t>(length), '\0');
    const ssize_t got = ::pread(fd.get(), bytes.data(), bytes.size(), begin);
    return got == length ? bytes : std::string();
  };
  const off_t length = std::min<off_t>(status.st_size, tail);
  return status.st_size >= static_cast<off_t>(first.size()) &&
         read_from(0, static_cast<off_t>(first.size())) == first &&
         read_from(status.st_size - length, length).find("%%EOF") != std::string::npos;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> out;
  std::error_code fault;
  fs::directory_iterator it(folder, fault);
  if (fault == std::errc::no_such_file_or_directory) return out;
  for (; !fault && it != fs::directory_iterator(); it.increment(fault))
    out.push_back(it->path().filename().string());
  if (fault) fail("list", folder, fault.value());
  std::sort(out.begin(), out.end());
  return out;
}

std::string read_record(const Root& root, std::string_view relative, std::uintmax_t limit) {
  const fs::path file = root.resolve(relative);
  // Not to wait for whoever writes into a pipe.
  const Descriptor fd(::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
  const int fault = errno;
  struct stat status {};
  if (fd.get() < 0 || ::fstat(fd.get(), &status) != 0) {
    // A socket cannot be opened, but told of.
    if (::stat(file.c_str(), &status) != 0 || S_ISREG(status.st_mode)) fail("read", file, fault);
  }
  if (!S_ISREG(status.st_mode)) {
    refuse_record(
        relative,
        S_ISDIR(status.st_mode) ? "a folder stands where a file is expected" : "this is no file that holds text",
        "move it out of the workspace");
  }
  if (static_cast<std::uintmax_t>(status.st_size) > limit) {
    refuse_record(relative, fmt::format("the file has {} bytes, one of its kind has at most {}", status.st_size, limit),
                  "see whether it is what its name says");
  }
  return read_open(fd, file, status);
}

void write_file(const fs::path& file, std::string_view bytes, Durability durability) {
  write_file(file, std::span(&bytes, 1), durability);
}

void write_file(const fs::path& file, std::span<const std::string_view> parts, Durability durability) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  make_folder(folder, file, durability);
  struct stat old {};
  const bool replaces = ::stat(file.c_str(), &old) == 0;
  if (!replaces && errno != ENOENT) fail("write", file, errno);
  Temporary temporary(file, replaces ? mode_t{0600} : 0666U & mode_of_folder(folder, file));
  if (replaces) temporary.permit_as(old);
  std::string together;
  for (const std::string_view part : parts) {
    if (part.size() < worth_a_write) together += part;
    if (together.size() < worth_a_write && part.size() < worth_a_write) continue;
    temporary.write(together);
    together.clear();
    if (part.size() >= worth_a_write) temporary.write(part);
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
