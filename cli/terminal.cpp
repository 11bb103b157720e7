#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace guerdon {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

bool knows_escapes() {
  const char* kind = std::getenv("TERM");
  return kind != nullptr && *kind != '\0' && std::string_view(kind) != "dumb";
}

/// A terminal that does not tell is taken for the usual one; on less than forty columns no table can be read.
std::size_t width_of(int descriptor) {
  winsize size{};
  if (::ioctl(descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return std::max<std::size_t>(40, size.ws_col);
}

}  // namespace

Screen screen_of(int descriptor, ColourWhen colour) {
  Screen out;
  out.is_terminal = ::isatty(descriptor) == 1;
  out.redraws = out.is_terminal && knows_escapes();
  out.colour =
      colour == ColourWhen::always || (colour == ColourWhen::by_terminal && out.redraws && !is_set("NO_COLOR"));
  if (out.is_terminal) out.width = width_of(descriptor);
  return out;
}

std::optional<std::string> ask_person(const std::string& text) {
  last_words = "\n";
  std::cerr << text << std::flush;
  std::string line;
  const bool answered = static_cast<bool>(std::getline(std::cin, line));
  last_words = nullptr;
  if (answered) return line;
  std::cerr << '\n';
  return std::nullopt;
}

}  // namespace guerdon
