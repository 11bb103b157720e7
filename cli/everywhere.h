#pragma once

#include <array>
#include <string_view>

namespace guerdon {

/// An option that every command takes; it is read before the command's own.
struct GlobalOption {
  std::string_view short_name;
  std::string_view name;
  std::string_view value;  ///< what stands for its value in the help; empty for a flag
  std::string_view description;
};

inline constexpr std::array<GlobalOption, 8> global_options{{
    {"", "-C", "FOLDER", "work in the workspace at or above FOLDER"},
    {"", "--today", "DATE", "take DATE for today"},
    {"", "--json", "", "answer with one JSON object"},
    {"", "--no-input", "", "never ask, and open no editor"},
    {"", "--color", "auto|always|never", "colours; auto: at a terminal, unless NO_COLOR is set"},
    {"", "--progress", "auto|json", "how far the work is; auto: a bar at a terminal; json: lines on standard error"},
    {"-h", "--help", "", "help, of a command too"},
    {"", "--version", "", "version"},
}};

}  // namespace guerdon
