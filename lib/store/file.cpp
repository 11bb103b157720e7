#include "store/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <unordered_map>

#include "base/error.h"
#include "base/text.h"
#include "store/descriptor.h"
#include "store/fault.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// More than any file that guerdon reads whole.
constexpr off_t most_bytes = 1'000'000'000;

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
    if (got < 0) cannot("read", file, errno);
    if (got == 0) break;
    length += static_cast<std::size_t>(got);
    if (length > static_cast<std::size_t>(most_bytes)) cannot("read", file, EFBIG);
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
  if (fault) cannot("open", folder, fault.value());
}

MachineFault::MachineFault(const std::string& message) : Error(Failure::access, message) {}

bool is_there(const fs::path& file) {
  struct stat status {};
  if (::lstat(file.c_str(), &status) == 0) return true;
  if (errno != ENOENT && errno != ENOTDIR) cannot("read", file, errno);
  return false;
}

bool is_folder(const fs::path& file) {
  struct stat status {};
  if (::stat(file.c_str(), &status) == 0) return S_ISDIR(status.st_mode);
  if (errno != ENOENT && errno != ENOTDIR && errno != ELOOP) cannot("read", file, errno);
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
  if (fault && !is_of_the_file(fault.value())) cannot("read", folder_ / relative, fault.value());
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
  if (fd.get() < 0) cannot("read", file, errno);
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) cannot("read", file, errno);
  if (S_ISDIR(status.st_mode)) cannot("read", file, EISDIR);
  if (status.st_size > most_bytes) cannot("read", file, EFBIG);
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
  if (fault) cannot("list", folder, fault.value());
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
    if (::stat(file.c_str(), &status) != 0 || S_ISREG(status.st_mode)) cannot("read", file, fault);
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

}  // namespace guerdon
