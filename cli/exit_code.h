#pragma once

#include <string_view>

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

struct ExitMeaning {
  ExitCode code;
  std::string_view meaning;
};

inline constexpr ExitMeaning exit_meanings[] = {
    {ExitCode::done, "done; the answer is yes"},
    {ExitCode::answer_is_no, "the answer is no: findings, refused by a rule"},
    {ExitCode::usage, "the command line is wrong, or names no case or more than one"},
    {ExitCode::partly_failed, "part of a batch failed"},
    {ExitCode::could_not_tell, "could not tell: a page cannot be made with what is here"},
    {ExitCode::no_access, "cannot read, write or lock; a damaged file"},
    {ExitCode::bug, "a bug in guerdon"},
    {ExitCode::interrupted, "interrupted"},
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
