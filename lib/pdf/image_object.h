#pragma once

#include <cstddef>

#include "document/image.h"
#include "pdf/assemble.h"

namespace guerdon::pdf {

/// Adds `image`, and its opacity where it has one, as image XObjects, or the form that it is; the number of the first.
/// Source: ISO 32000-1, 8.9.5.
std::size_t add_image(const Image& image, PdfObjects& objects);

}  // namespace guerdon::pdf
