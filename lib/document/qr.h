#pragma once

#include <string_view>

#include "document/page.h"

namespace guerdon {

/// The QR code of `content`: byte mode, error correction M, the smallest version that holds it; dark cells merged into
/// few rectangles on the cell grid, which may overlap. Throws Error when `content` is too long. Source: ISO/IEC 18004.
CellGrid qr_code(std::string_view content);

}  // namespace guerdon
