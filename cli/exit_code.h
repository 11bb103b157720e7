#pragma once

#include "base/error.h"

namespace guerdon {

/// What the program ends with; docs/commands/guerdon.md lists them.
enum class ExitCode : int {
  done = 0,
  answer_is_no = 1,
  usage = 2,
  partly_failed = 3,
  could_not_tell = 4,
  no_access = 5,
  bug = 70,
  interrupted = 130
};

constexpr ExitCode exit_code_of(Failure failure) {
  switch (failure) {
    case Failure::refused:
      return ExitCode::answer_is_no;
    case Failure::usage:
      return ExitCode::usage;
    case Failure::undecidable:
      return ExitCode::could_not_tell;
    case Failure::access:
      return ExitCode::no_access;
  }
  return ExitCode::bug;
}

}  // namespace guerdon
