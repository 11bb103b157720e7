#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <string>

namespace guerdon {

/// What a stream of the program can show.
struct Screen {
  bool is_terminal = false;
  bool redraws = false;  ///< a terminal that can take a line back
  bool colour = false;
  std::size_t width = 0;  ///< columns; 0 where nothing limits a line
};

/// When something is coloured.
enum class ColourWhen : std::uint8_t { by_terminal, always, never };

/// The screen behind a file descriptor. By the terminal, colour is for those that know it, unless NO_COLOR is set.
Screen screen_of(int descriptor, ColourWhen colour);

/// Shows a text on standard error and takes a line from standard input; empty when there is none any more.
std::optional<std::string> ask_person(const std::string& text);

/// What an interruption leaves on the terminal: the end of a line that was begun. Set while there is one.
inline std::atomic<const char*> last_words = nullptr;

}  // namespace guerdon
