#pragma once

#include <map>
#include <string>
#include <vector>

#include <qpdf/QPDF.hh>

#include "import/content.h"
#include "import/module.h"

namespace guerdon::import {

/// The most objects that a page may bring along.
inline constexpr std::size_t most_objects = 2000;

/// An object as text, the references in it left out.
struct Written {
  std::string body;
  std::vector<GuerdonReference> references;
  bool is_stream = false;
  bool is_packed = false;
  std::string stream;
};

/// `first` and all that it refers to, numbered in the order in which they are met; `contents` stand in for the streams
/// that they name. Throws Fault for more than `most_objects`, and for what PDF/A forbids in a stream.
std::vector<Written> written(const QPDFObjectHandle& first, const std::map<QPDFObjGen, std::string>& contents,
                             Room& room);

}  // namespace guerdon::import
