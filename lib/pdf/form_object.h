#pragma once

#include <cstddef>

#include "document/image.h"
#include "pdf/assemble.h"

namespace guerdon::pdf {

/// Adds the form of `image` and all that it draws with; its number. Source: ISO 32000-1, 8.10.
std::size_t add_form(const Image& image, PdfObjects& objects);

}  // namespace guerdon::pdf
