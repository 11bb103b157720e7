#pragma once

#include <string_view>

namespace guerdon::import {

/// Throws Fault for an SVG file with text, which would be drawn in whatever fonts a machine has, or with anything that
/// stands in another file.
void refuse_what_varies(std::string_view svg);

}  // namespace guerdon::import
