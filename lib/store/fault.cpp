#include "store/fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <string>
#include <system_error>

#include "base/error.h"
#include "base/text.h"
#include "store/file.h"

namespace guerdon {

bool is_of_the_file(int fault) {
  constexpr std::array lasting{ENOENT, ENOTDIR, EISDIR, EACCES, EPERM, ELOOP, ENAMETOOLONG, EFBIG, ENXIO};
  return std::find(lasting.begin(), lasting.end(), fault) != lasting.end();
}

void cannot(std::string_view act, const std::filesystem::path& file, int fault) {
  std::string why = std::generic_category().message(fault);
  if (!why.empty()) why.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(why.front())));
  const std::string message = fmt::format("cannot {} `{}`: {}", act, sanitized(file.lexically_normal().string()), why);
  if (is_of_the_file(fault)) throw Error(Failure::access, message);
  throw MachineFault(message);
}

}  // namespace guerdon
