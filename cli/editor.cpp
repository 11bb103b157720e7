#include "cli/editor.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "base/error.h"
#include "base/text.h"

extern char** environ;

namespace guerdon {
namespace {

/// The first line that a command prints; empty when it fails.
std::string line_from(const char* command) {
  struct Close {
    void operator()(FILE* pipe) const { ::pclose(pipe); }
  };
  const std::unique_ptr<FILE, Close> pipe(::popen(command, "r"));
  std::array<char, 1024> buffer{};
  if (!pipe || std::fgets(buffer.data(), buffer.size(), pipe.get()) == nullptr) return {};
  std::string line = buffer.data();
  if (line.ends_with('\n')) line.pop_back();
  return line;
}

/// A command line for the shell, such as `code --wait`.
std::string editor_command() {
  if (const char* own = std::getenv("GUERDON_EDITOR"); own != nullptr && *own != '\0') return own;
  // What git takes is what the person told it, then VISUAL and EDITOR.
  if (std::string of_git = line_from("git var GIT_EDITOR 2>/dev/null"); !of_git.empty()) return of_git;
  for (const char* name : {"VISUAL", "EDITOR"}) {
    if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
  }
  return "vi";
}

}  // namespace

void open_editor(const std::filesystem::path& file) {
  const std::string command = editor_command();
  const std::string script = command + " \"$1\"";
  const std::string path = file.string();
  const char* words[] = {"sh", "-c", script.c_str(), "sh", path.c_str(), nullptr};
  pid_t child = 0;
  int status = 0;
  const bool started = ::posix_spawnp(&child, words[0], nullptr, nullptr, const_cast<char**>(words), environ) == 0;
  if (started && ::waitpid(child, &status, 0) == child && status == 0) return;
  throw Error(Failure::access, fmt::format("the editor `{}` failed", sanitized(command)),
              "name another one in GUERDON_EDITOR; nothing was recorded");
}

}  // namespace guerdon
