#pragma once

#include <filesystem>
#include <string_view>

namespace guerdon {

/// Whether a fault, an errno, says how things stand with a file, and would say so again.
bool is_of_the_file(int fault);

/// Throws what tells that a file of the workspace could not be had: "cannot write `cases/x.yaml`: permission denied".
/// Error{access} where the fault is of the file, else MachineFault.
[[noreturn]] void cannot(std::string_view act, const std::filesystem::path& file, int fault);

}  // namespace guerdon
