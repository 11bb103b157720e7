#pragma once

#include "base/date.h"
#include "base/diagnostic.h"
#include "store/file.h"

namespace guerdon {

/// What every record of a workspace comes to.
struct Checked {
  Diagnostics findings;  ///< sorted
  std::size_t cases = 0;
  std::size_t people = 0;
  std::size_t organisations = 0;
  std::size_t certificates = 0;
};

/// Reads every file and judges every case: the always and step rules, and the gates of certificates that were issued.
/// Writes nothing.
Checked check(const Root& root, Date today);

}  // namespace guerdon
