#include "store/lock.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {

Lock::Lock(const Root& root, std::string_view who) {
  const std::filesystem::path file = root.resolve(".guerdon/lock");
  std::error_code fault;
  std::filesystem::create_directories(file.parent_path(), fault);
  fd_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0)
    throw Error(Failure::access, fmt::format("cannot lock the workspace: `{}`: {}", file.string(),
                                             std::generic_category().message(errno)));
  if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) {
    ::close(fd_);
    std::string holder = sanitized(read_file(file));
    if (holder.empty()) holder = "another guerdon";
    throw Error(Failure::access, fmt::format("the workspace is locked by {}", holder),
                "wait until it is done, then run this command again");
  }
  const std::string line = fmt::format("{} (process {})", who, ::getpid());
  // Who holds it is told to people only: a line that could not be written costs no more than its text.
  if (::ftruncate(fd_, 0) == 0) static_cast<void>(::pwrite(fd_, line.data(), line.size(), 0));
}

Lock::~Lock() {
  static_cast<void>(::ftruncate(fd_, 0));
  ::close(fd_);
}

}  // namespace guerdon
