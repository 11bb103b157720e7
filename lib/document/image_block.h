#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "document/image.h"
#include "document/source.h"

namespace guerdon {

/// A picture that a design brings along, a file beside it.
struct DesignImage {
  std::string file;
  Place place;                         ///< where the design first names it
  std::shared_ptr<const Image> image;  ///< once it was read
};

/// The most pictures that a design may bring along.
inline constexpr std::size_t most_images = 8;

/// How a design calls the organisation's logo, in `fact`, `when` and `when-not`.
inline constexpr std::string_view logo_name = "logo";

/// A picture in a box: as large as fits, with pixels its own size at most.
struct ImageBlock {
  std::optional<std::size_t> image;  ///< index of the design's; empty: the organisation's logo
  Source figure;                     ///< read aloud; empty: decoration
  double width = 0;                  ///< of the box
  double height = 0;
};

}  // namespace guerdon
