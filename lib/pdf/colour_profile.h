#pragma once

#include <string>

namespace guerdon::pdf {

/// An ICC profile of sRGB, the smallest that readers take: 508 bytes. Source: ICC.1:2022 and IEC 61966-2-1.
std::string srgb_profile();

}  // namespace guerdon::pdf
