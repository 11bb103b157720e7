#include "store/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {
namespace fs = std::filesystem;
namespace {

std::string part_file(Shard shard) { return fmt::format("lock-{}-of-{}", shard.number, shard.count); }

/// "guerdon issue --shard 1/2 (process 4711)"
std::string line_of(std::string_view who, Shard shard) {
  const std::string part = shard.is_all() ? "" : " --shard " + shard.to_string();
  return fmt::format("{}{} (process {})", who, part, ::getpid());
}

fs::path lock_folder(const Root& root) {
  fs::path folder = root.resolve(".guerdon");
  std::error_code fault;
  fs::create_directories(folder, fault);
  return folder;
}

}  // namespace

Lock::Held::~Held() {
  if (fd_ < 0) return;
  static_cast<void>(::ftruncate(fd_, 0));
  ::close(fd_);
}

Lock::Held::Held(Held&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}

Lock::Held Lock::take(const fs::path& file, int kind, std::string_view line) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd < 0)
    throw Error(Failure::access, fmt::format("cannot lock the workspace: `{}`: {}", file.string(),
                                             std::generic_category().message(errno)));
  if (::flock(fd, kind | LOCK_NB) != 0) {
    ::close(fd);
    std::string holder = sanitized(read_file(file));
    if (holder.empty()) holder = "another guerdon";
    throw Error(Failure::access, fmt::format("the workspace is locked by {}", holder),
                "wait until it is done, then run this command again");
  }
  // Who holds it is told to people only: a line that could not be written costs no more than its text.
  if (::ftruncate(fd, 0) == 0) static_cast<void>(::pwrite(fd, line.data(), line.size(), 0));
  return Held(fd);
}

Lock::Lock(const Root& root, std::string_view who, Shard shard)
    : all_(take(lock_folder(root) / "lock", shard.is_all() ? LOCK_EX : LOCK_SH, line_of(who, shard))) {
  if (shard.is_all()) return;
  const fs::path folder = lock_folder(root);
  part_.emplace(take(folder / part_file(shard), LOCK_EX, line_of(who, shard)));
  // Parts of three and parts of four overlap. Each holds its own before it looks for others, so that of two that come
  // at once none or one goes on. It looks with a shared lock: parts that look at once are in nobody's way.
  const std::string same_count = fmt::format("-of-{}", shard.count);
  std::error_code fault;
  for (fs::directory_iterator it(folder, fault), end; !fault && it != end; it.increment(fault)) {
    const std::string name = it->path().filename().string();
    if (name.starts_with("lock-") && !name.ends_with(same_count)) take(it->path(), LOCK_SH, {});
  }
}

}  // namespace guerdon
