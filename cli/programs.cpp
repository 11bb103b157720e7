#include "cli/programs.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <sstream>
#include <string_view>

#include "base/error.h"
#include "base/text.h"

extern char** environ;

namespace guerdon {
namespace fs = std::filesystem;
namespace {

/// A file that lies in memory alone: a program reads from it or writes to it without anybody waiting.
class MemoryFile {
 public:
  MemoryFile() : fd_(::memfd_create("guerdon", MFD_CLOEXEC)) {}
  ~MemoryFile() {
    if (fd_ >= 0) ::close(fd_);
  }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] int get() const { return fd_; }

  [[nodiscard]] bool put(std::string_view bytes) const {
    while (!bytes.empty()) {
      const ssize_t done = ::write(fd_, bytes.data(), bytes.size());
      if (done < 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return ::lseek(fd_, 0, SEEK_SET) == 0;
  }

  [[nodiscard]] std::string content() const {
    std::string out;
    std::array<char, 65536> buffer{};
    if (::lseek(fd_, 0, SEEK_SET) != 0) return out;
    for (ssize_t got = 0; (got = ::read(fd_, buffer.data(), buffer.size())) > 0;)
      out.append(buffer.data(), static_cast<std::size_t>(got));
    return out;
  }

 private:
  int fd_;
};

/// Waits for the child and gives its exit code, -1 when it was killed.
int status_of(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace

fs::path find_program(const std::string& search_path, const std::string& name) {
  std::istringstream folders(search_path);
  for (std::string folder; std::getline(folders, folder, ':');) {
    fs::path file = fs::path(folder) / name;
    std::error_code fault;
    if (!folder.empty() && fs::is_regular_file(file, fault) && ::access(file.c_str(), X_OK) == 0) return file;
  }
  return {};
}

Ran run_program(const fs::path& program, const std::vector<std::string>& words, const std::string& input) {
  const MemoryFile in;
  const MemoryFile out;
  const MemoryFile err;
  std::string name = program.string();
  std::vector<std::string> copies = words;
  std::vector<char*> argv{name.data()};
  for (std::string& word : copies)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, in.get(), STDIN_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, out.get(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.get(), STDERR_FILENO);
  pid_t child = 0;
  const bool started =
      in.put(input) && ::posix_spawn(&child, name.c_str(), &actions, nullptr, argv.data(), environ) == 0;
  ::posix_spawn_file_actions_destroy(&actions);
  if (!started) throw Error(Failure::access, fmt::format("`{}` cannot be run", sanitized(name)));
  Ran ran;
  ran.status = status_of(child);
  ran.out = out.content();
  ran.err = err.content();
  return ran;
}

}  // namespace guerdon
