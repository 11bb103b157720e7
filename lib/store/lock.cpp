#include "store/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

[[noreturn]] void cannot_lock(const fs::path& file, int fault) {
  throw Error(Failure::access, fmt::format("cannot lock the workspace: `{}`: {}", sanitized(file.string()),
                                           lower_case(std::generic_category().message(fault))));
}

fs::path lock_folder(const Root& root) {
  fs::path folder = root.resolve(".guerdon");
  std::error_code fault;
  fs::create_directory(folder, fault);
  return folder;
}

}  // namespace

Lock::Held::~Held() {
  if (fd_ < 0) return;
  [[maybe_unused]] const int cleared = clears_ ? ::ftruncate(fd_, 0) : 0;
  ::close(fd_);
}

Lock::Held::Held(Held&& other) noexcept : fd_(std::exchange(other.fd_, -1)), clears_(other.clears_) {}

bool Lock::Held::was_left() const {
  struct stat status {};
  return ::fstat(fd_, &status) != 0 || status.st_size > 0;
}

void Lock::Held::tell(std::string_view line, bool stays) {
  clears_ = !stays;
  // Who holds it is told to people only: a line that could not be written costs no more than its text.
  [[maybe_unused]] const ssize_t written = ::ftruncate(fd_, 0) == 0 ? ::pwrite(fd_, line.data(), line.size(), 0) : 0;
}

Lock::Held Lock::take(const fs::path& file, int kind) {
  const int fd = ::open(file.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);
  struct stat status {};
  if (fd < 0 || ::fstat(fd, &status) != 0) cannot_lock(file, errno);
  if (!S_ISREG(status.st_mode)) {
    ::close(fd);
    throw Error(Failure::access, fmt::format("cannot lock the workspace: `{}` is no file", sanitized(file.string())),
                "remove it; guerdon makes it anew");
  }
  if (::flock(fd, kind | LOCK_NB) == 0) return Held(fd);
  const int fault = errno;
  ::close(fd);
  if (fault != EWOULDBLOCK) cannot_lock(file, fault);
  std::string holder = sanitized(read_file(file));
  if (holder.empty()) holder = "another guerdon";
  throw Error(Failure::access, fmt::format("the workspace is locked by {}", holder),
              "wait until it is done, then run this command again");
}

Lock::Lock(const Root& root, std::string_view who, Shard shard)
    : all_(take(lock_folder(root) / "lock", shard.is_all() ? LOCK_EX : LOCK_SH)) {
  const fs::path folder = lock_folder(root);
  const auto parts = [&folder] {
    std::vector<std::string> names = names_in(folder);
    std::erase_if(names, [](const std::string& name) { return !name.starts_with("lock-"); });
    return names;
  };
  if (shard.is_all()) {
    std::vector<Held> left;
    for (const std::string& name : parts()) {
      Held part = take(folder / name, LOCK_EX);
      if (part.was_left()) left.push_back(std::move(part));
    }
    if (all_.was_left() || !left.empty()) remove_unfinished(root);
    for (Held& part : left)
      part.tell({});
    all_.tell(line_of(who, shard));
    return;
  }
  all_.tell(line_of(who, shard));
  part_.emplace(take(folder / part_file(shard), LOCK_EX));
  // Other parts may be writing: what this one left stays until somebody holds the lock alone.
  part_->tell(line_of(who, shard), part_->was_left());
  // Parts of three and parts of four overlap. Each holds its own before it looks for others, so that of two that come
  // at once none or one goes on. It looks with a shared lock: parts that look at once are in nobody's way.
  const std::string same_count = fmt::format("-of-{}", shard.count);
  for (const std::string& name : parts()) {
    if (!name.ends_with(same_count)) take(folder / name, LOCK_SH);
  }
}

}  // namespace guerdon
