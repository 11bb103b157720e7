#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "document/imported_form.h"

namespace guerdon {

class Importer;

/// A picture out of a file: immutable, shared by threads.
struct Image {
  enum class Format : std::uint8_t { png, jpeg, form };

  Format format = Format::png;
  std::string sha256;  ///< of its file
  int width = 0;       ///< pixels
  int height = 0;
  int components = 3;                        ///< 1: grey; 3: sRGB
  std::string bytes;                         ///< samples of 8 bits, row by row; or the JPEG file as it is
  std::string alpha;                         ///< opacity of each pixel; empty where all are opaque
  std::shared_ptr<const ImportedForm> form;  ///< of an SVG drawing or a PDF page, which has no pixels
};

/// What a picture may be: more would make heavy files of small marks.
inline constexpr std::size_t image_file_limit = 2'000'000;
inline constexpr int image_side_limit = 4000;

/// Why a file is no picture that can be printed.
struct ImageFault {
  std::string message;
  std::string hint;
};

/// Reads a PNG, JPEG, SVG or PDF file; null, with the fault, for any other and for one that is too large.
std::shared_ptr<const Image> read_image(std::string_view file, const Importer& importer, ImageFault& fault);

/// The version of the library that reads PNG files.
std::string png_version();

}  // namespace guerdon
