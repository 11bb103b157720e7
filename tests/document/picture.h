#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "document/image.h"
#include "document/importer.h"

// The pictures of tests/document/images.

namespace guerdon::sample {

inline std::string picture_file(const std::string& name) {
  std::ifstream in(std::string(GUERDON_SOURCE_DIR) + "/tests/document/images/" + name, std::ios::binary);
  REQUIRE_MESSAGE(in.good(), name);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// That of the build.
inline const Importer& importer() {
  static const Importer the_importer(GUERDON_BUILD_DIR);
  return the_importer;
}

inline std::shared_ptr<const Image> picture(const std::string& name) {
  ImageFault fault;
  auto image = read_image(picture_file(name), importer(), fault);
  REQUIRE_MESSAGE(image != nullptr, fault.message);
  return image;
}

}  // namespace guerdon::sample
