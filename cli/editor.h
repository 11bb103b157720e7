#pragma once

#include <filesystem>

namespace guerdon {

/// Opens a file in the person's editor and waits until it is closed: GUERDON_EDITOR, what git would take, VISUAL,
/// EDITOR, vi. Throws Error{access} when it cannot be started or ends with a failure.
void open_editor(const std::filesystem::path& file);

}  // namespace guerdon
