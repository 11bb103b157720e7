#pragma once

#include <string_view>

namespace guerdon::import {

/// Throws Fault for a PDF file whose deflated streams are larger than `unpacked_limit` together, or whose object
/// streams are packed as no program packs them: qpdf unpacks those at once and whole.
void refuse_bombs(std::string_view file);

}  // namespace guerdon::import
