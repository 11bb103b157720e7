#pragma once

#include <cstddef>
#include <string>

#include "document/page.h"

namespace guerdon {

/// How text is set. `font`, `strong` and `stressed` are indices of the template's fonts.
struct Style {
  std::string key;
  std::size_t font = 0;
  std::size_t strong = 0;
  std::size_t stressed = 0;
  double size_pt = 0;
  double floor_pt = 0;  ///< smaller than this a text is not set; 0: never smaller than `size_pt`
  double line_mm = 0;
  double tracking_em = 0;
  bool ligatures = true;
  Colour colour;
};

}  // namespace guerdon
