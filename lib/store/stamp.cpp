#include "store/stamp.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <span>

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

bool is_before(const StampedFile& left, const StampedFile& right) { return left.path < right.path; }

/// The eight bytes of a text from `begin` on, zeros behind its end, as a number that sorts as they do.
std::uint64_t head_of(std::string_view text, std::size_t begin) {
  std::uint64_t out = 0;
  for (std::size_t i = begin; i < begin + sizeof out; ++i)
    out = out << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return out;
}

/// Sorts files of one folder by their paths. The bytes behind what all have in common part most of them, which spares a
/// walk through texts that lie all over the memory.
void sort_by_path(std::span<StampedFile> files) {
  if (std::is_sorted(files.begin(), files.end(), is_before)) return;
  const std::string& first = files.front().path;
  std::size_t common = first.size();
  for (const StampedFile& file : files) {
    const auto end = std::mismatch(first.begin(), first.begin() + static_cast<std::ptrdiff_t>(common),
                                   file.path.begin(), file.path.end());
    common = static_cast<std::size_t>(end.first - first.begin());
  }
  struct Key {
    std::uint64_t head;
    std::size_t index;
  };
  std::vector<Key> keys;
  keys.reserve(files.size());
  for (std::size_t i = 0; i < files.size(); ++i)
    keys.push_back({head_of(files[i].path, common), i});
  std::sort(keys.begin(), keys.end(), [&](const Key& left, const Key& right) {
    return left.head != right.head ? left.head < right.head : is_before(files[left.index], files[right.index]);
  });
  std::vector<StampedFile> sorted;
  sorted.reserve(files.size());
  for (const Key& key : keys)
    sorted.push_back(std::move(files[key.index]));
  std::move(sorted.begin(), sorted.end(), files.begin());
}

struct Listing {
  const Root& root;
  std::string_view ending;
  Depth depth;
  std::vector<StampedFile>& out;

  void add(const std::string& folder, bool top) const {
    const std::size_t begin = out.size();
    std::vector<std::string> folders;
    add_files(folder, top, folders);
    sort_by_path(std::span(out).subspan(begin));
    std::sort(folders.begin(), folders.end());
    for (const std::string& below : folders)
      add(below, false);
  }

  void add_files(const std::string& folder, bool top, std::vector<std::string>& folders) const {
    const std::string real = root.resolve(folder).native();
    const std::unique_ptr<DIR, CloseFolder> open(::opendir(real.c_str()));
    errno = 0;
    const dirent* entry = open == nullptr ? nullptr : ::readdir(open.get());
    for (; entry != nullptr; entry = ::readdir(open.get())) {
      if (entry->d_name[0] != '.') add_entry(folder, ::dirfd(open.get()), entry->d_name, top, folders);
      errno = 0;
    }
    // It tells apart a folder that is not there and one that cannot be listed.
    if (open == nullptr || errno != 0) static_cast<void>(names_in(real));
  }

  void add_entry(const std::string& folder, int descriptor, const char* name, bool top,
                 std::vector<std::string>& folders) const {
    struct stat status {};
    std::string path = (folder + '/').append(name);
    if (::fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) != 0) {
      static_cast<void>(is_there(root.folder() / path));
      return;
    }
    const bool is_link_to_folder = S_ISLNK(status.st_mode) && is_folder(root.folder() / path);
    const bool descends = depth == Depth::any || (depth == Depth::years && top);
    if (descends && (S_ISDIR(status.st_mode) || is_link_to_folder)) {
      folders.push_back(std::move(path));
    } else if (path.ends_with(ending) && (depth != Depth::years || !top)) {
      out.push_back({std::move(path), stamp_from(status)});
    }
  }
};

}  // namespace

std::string_view stem_of(std::string_view path) {
  path.remove_prefix(path.rfind('/') + 1);
  return path.substr(0, path.rfind('.'));
}

std::vector<StampedFile> stamped_files(const Root& root, const std::string& folder, std::string_view ending,
                                       Depth depth) {
  std::vector<StampedFile> out;
  Listing{root, ending, depth, out}.add(folder, true);
  if (!std::is_sorted(out.begin(), out.end(), is_before)) std::sort(out.begin(), out.end(), is_before);
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
