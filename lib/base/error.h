#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

#include "base/diagnostic.h"

namespace guerdon {

/// Why the work cannot go on; `cli` turns it into the exit code.
enum class Failure : std::uint8_t {
  refused,      ///< the answer is no
  usage,        ///< the command line is wrong
  undecidable,  ///< could not tell
  access        ///< cannot read, write or lock; damaged file
};

/// The one exception of guerdon: "cannot go on", with the finding that says why. Caught once, in `main`.
class Error : public std::runtime_error {
 public:
  Error(Failure failure, Diagnostic finding)
      : std::runtime_error(finding.message), failure_(failure), finding_(std::move(finding)) {}
  Error(Failure failure, std::string message, std::string hint = {})
      : Error(failure, Diagnostic{Severity::error, {}, {}, std::move(message), std::move(hint)}) {}

  [[nodiscard]] Failure failure() const { return failure_; }
  [[nodiscard]] const Diagnostic& finding() const { return finding_; }

 private:
  Failure failure_;
  Diagnostic finding_;
};

}  // namespace guerdon
