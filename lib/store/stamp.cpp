#include "store/stamp.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>

namespace guerdon {
namespace {

constexpr std::int64_t nanoseconds = 1'000'000'000;
// The kernel's clock of files goes in steps of up to ten milliseconds, that of a memory card in steps of two seconds.
constexpr std::int64_t fine_step = nanoseconds / 50;
constexpr std::int64_t coarse_step = 3 * nanoseconds;

std::int64_t nanoseconds_of(const timespec& time) { return time.tv_sec * nanoseconds + time.tv_nsec; }

std::optional<Stamp> stamp_from(const struct stat& status) {
  if (!S_ISREG(status.st_mode)) return std::nullopt;
  return Stamp{static_cast<std::uint64_t>(status.st_size), status.st_ino, nanoseconds_of(status.st_mtim),
               nanoseconds_of(status.st_ctim)};
}

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

struct Listing {
  const Root& root;
  std::string_view ending;
  Depth depth;
  std::vector<StampedFile>& out;

  void add(const std::string& folder, bool top) const {
    const std::string real = root.resolve(folder).native();
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(real.c_str()));
    errno = 0;
    const dirent* entry = open == nullptr ? nullptr : ::readdir(open.get());
    for (; entry != nullptr; entry = ::readdir(open.get())) {
      if (entry->d_name[0] != '.') add_entry(folder, ::dirfd(open.get()), entry->d_name, top);
      errno = 0;
    }
    // It tells apart a folder that is not there and one that cannot be listed.
    if (open == nullptr || errno != 0) static_cast<void>(names_in(real));
  }

  void add_entry(const std::string& folder, int descriptor, const char* name, bool top) const {
    struct stat status {};
    std::string path = fmt::format("{}/{}", folder, name);
    if (::fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      static_cast<void>(is_there(root.folder() / path));
      return;
    }
    const bool is_link_to_folder = S_ISLNK(status.st_mode) && is_folder(root.folder() / path);
    const bool descends = depth == Depth::any || (depth == Depth::years && top);
    if (descends && (S_ISDIR(status.st_mode) || is_link_to_folder)) {
      add(path, false);
    } else if (path.ends_with(ending) && (depth != Depth::years || !top)) {
      out.push_back({std::move(path), stamp_from(status)});
    }
  }
};

}  // namespace

std::vector<StampedFile> stamped_files(const Root& root, const std::string& folder, std::string_view ending,
                                       Depth depth) {
  std::vector<StampedFile> out;
  Listing{root, ending, depth, out}.add(folder, true);
  std::sort(out.begin(), out.end(), [](const auto& left, const auto& right) { return left.path < right.path; });
  return out;
}

std::optional<Stamp> stamp_of(const Root& root, const std::string& path) {
  struct stat status {};
  if (::lstat((root.folder() / path).c_str(), &status) != 0) return std::nullopt;
  return stamp_from(status);
}

std::optional<std::int64_t> file_system_time(const Root& root) {
  const int made = ::open((root.folder() / ".guerdon").c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (made < 0) return std::nullopt;
  struct stat status {};
  const bool told = ::fstat(made, &status) == 0;
  ::close(made);
  return told ? std::optional(nanoseconds_of(status.st_ctim)) : std::nullopt;
}

bool is_settled(const Stamp& stamp, std::int64_t now) {
  const std::int64_t step = stamp.status_changed % nanoseconds == 0 ? coarse_step : fine_step;
  return std::max(stamp.status_changed, stamp.modified) + step < now;
}

void add(Fingerprint& print, const std::optional<Stamp>& stamp) {
  print.add(std::uint64_t{stamp ? 1U : 0U});
  if (!stamp) return;
  print.add(stamp->size);
  print.add(stamp->inode);
  print.add(static_cast<std::uint64_t>(stamp->modified));
  print.add(static_cast<std::uint64_t>(stamp->status_changed));
}

}  // namespace guerdon
