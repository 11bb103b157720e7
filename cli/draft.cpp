#include "cli/draft.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "base/error.h"
#include "base/text.h"

namespace guerdon {

namespace fs = std::filesystem;

Draft::Draft(const Root& root, const std::string& case_id, const std::string& section)
    : file_(root.resolve(fmt::format(".guerdon/drafts/{}-{}.yaml", case_id, section))) {}

std::string Draft::left_over() const {
  std::error_code fault;
  return fs::is_regular_file(file_, fault) ? read_file(file_) : std::string();
}

void Draft::write(const std::string& text) const {
  std::error_code fault;
  fs::create_directories(file_.parent_path(), fault);
  const int made = ::open(file_.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (made < 0) {
    throw Error(Failure::access,
                fmt::format("cannot write `{}`: {}", sanitized(file_.string()),
                            lower_case(std::generic_category().message(errno))),
                "see who may write in .guerdon");
  }
  ::close(made);
  write_file(file_, text);
}

std::string Draft::read() const { return read_file(file_); }

void Draft::remove() const {
  std::error_code fault;
  fs::remove(file_, fault);
}

}  // namespace guerdon
