#include "store/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

[[noreturn]] void fail(std::string_view act, const fs::path& file, int fault) {
  std::string why = std::generic_category().message(fault);
  if (!why.empty()) why.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(why.front())));
  throw Error(Failure::access,
              fmt::format("cannot {} `{}`: {}", act, sanitized(file.lexically_normal().string()), why));
}

/// An open file descriptor, closed when it goes.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int get() const { return fd_; }

 private:
  int fd_;
};

/// The temporary file of one write: removed unless it was renamed.
class Temporary {
 public:
  explicit Temporary(const fs::path& target)
      : name_((target.parent_path() / ".guerdon-XXXXXX").string()), file_(::mkstemp(name_.data())) {
    if (file_.get() < 0) fail("write", target, errno);
  }
  ~Temporary() {
    if (!kept_) ::unlink(name_.c_str());
  }
  Temporary(const Temporary&) = delete;
  Temporary& operator=(const Temporary&) = delete;

  void write(std::string_view bytes, const fs::path& target) const {
    while (!bytes.empty()) {
      const ssize_t done = ::write(file_.get(), bytes.data(), bytes.size());
      if (done < 0 && errno == EINTR) continue;
      if (done < 0) fail("write", target, errno);
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
  }

  void set_mode(mode_t mode, const fs::path& target) const {
    if (::fchmod(file_.get(), mode) != 0) fail("write", target, errno);
  }

  void sync(const fs::path& target) const {
    if (::fsync(file_.get()) != 0) fail("write", target, errno);
  }

  void become(const fs::path& target) {
    if (::rename(name_.c_str(), target.c_str()) != 0) fail("write", target, errno);
    kept_ = true;
  }

 private:
  std::string name_;
  Descriptor file_;
  bool kept_ = false;
};

/// What `open` would give a new file. Read once: asking sets it for a moment.
mode_t usual_mode() {
  static const mode_t mode = [] {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return 0666U & ~mask;
  }();
  return mode;
}

void sync_folder(const fs::path& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) fail("write", folder, errno);
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

}  // namespace

Root::Root(const fs::path& folder) {
  std::error_code fault;
  folder_ = fs::canonical(folder, fault);
  if (fault) fail("open", folder, fault.value());
}

Root Root::find(const fs::path& start) {
  std::error_code fault;
  for (fs::path at = fs::absolute(start, fault).lexically_normal(); !at.empty(); at = at.parent_path()) {
    if (fs::exists(at / "guerdon.yaml", fault)) return Root(at);
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
  std::string out(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t length = 0;
  while (true) {
    if (length == out.size()) out.resize(out.size() + 4096);
    const ssize_t got = ::read(fd.get(), out.data() + length, out.size() - length);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail("read", file, errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
  }
  out.resize(length);
  return out;
}

bool holds_pdf(const fs::path& file) {
  constexpr std::string_view first = "%PDF-";
  constexpr std::streamoff tail = 1024;
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg();
  if (!in || size < static_cast<std::streamoff>(first.size())) return false;
  const auto read_from = [&](std::streamoff begin, std::streamoff length) {
    std::string bytes(static_cast<std::size_t>(length), '\0');
    in.seekg(begin);
    in.read(bytes.data(), length);
    return in ? bytes : std::string();
  };
  const std::streamoff length = std::min(size, tail);
  return read_from(0, static_cast<std::streamoff>(first.size())) == first &&
         read_from(size - length, length).find("%%EOF") != std::string::npos;
}

std::string read_record(const Root& root, std::string_view relative) {
  const fs::path file = root.resolve(relative);
  std::error_code fault;
  const fs::file_status status = fs::status(file, fault);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    throw Error(Failure::access, Diagnostic{Severity::error,
                                            "workspace",
                                            {std::string(relative), {}},
                                            fs::is_directory(status) ? "a folder stands where a file is expected"
                                                                     : "this is no file that holds text",
                                            "move it out of the workspace"});
  }
  return read_file(file);
}

void write_file(const fs::path& file, std::string_view bytes, Durability durability) {
  std::error_code fault;
  fs::create_directories(file.parent_path(), fault);
  if (fault) fail("make the folder of", file, fault.value());
  struct stat old {};
  const mode_t mode = ::stat(file.c_str(), &old) == 0 ? old.st_mode & 07777U : usual_mode();
  Temporary temporary(file);
  temporary.set_mode(mode, file);
  temporary.write(bytes, file);
  if (durability == Durability::lasting) temporary.sync(file);
  temporary.become(file);
  if (durability == Durability::lasting) sync_folder(file.parent_path());
}

}  // namespace guerdon
