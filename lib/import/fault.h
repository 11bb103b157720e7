#pragma once

#include <string>

namespace guerdon::import {

/// Thrown inside a module: why a file is not taken, and the way out.
struct Fault {
  std::string message;
  std::string hint;
};

}  // namespace guerdon::import
