#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace guerdon {

/// The program of that name in the folders of `search_path`, parted by colons; empty when none has it.
std::filesystem::path find_program(const std::string& search_path, const std::string& name);

/// How a program ended, and what it said.
struct Ran {
  int status = -1;  ///< its exit code; -1 when it was killed
  std::string out;
  std::string err;
};

/// Runs a program to its end, without a shell. `words` are its arguments. Throws Error{access} when it cannot be run.
Ran run_program(const std::filesystem::path& program, const std::vector<std::string>& words, const std::string& input);

}  // namespace guerdon
