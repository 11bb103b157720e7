#pragma once

#include "cli/context.h"
#include "cli/usage.h"
#include "flow/interview.h"

namespace guerdon {

/// How an interview ended.
struct Interview {
  Arrival arrival;
  bool broken_off = false;  ///< she had no more to say before it was complete
};

/// Asks for what an arrival lacks, in the order of the command's inputs and with their words. A wrong answer is told at
/// once and asked for again.
Interview ask_arrival(const Context& context, const std::vector<Input>& inputs, Arrival arrival,
                      const EnrolmentDesk& desk);

/// The command line that says the same without a question; what follows `enroll` besides is given in `flags`.
std::string enroll_command(const Context& context, const std::vector<Input>& inputs, const Arrival& arrival,
                           const std::vector<std::string>& flags);

}  // namespace guerdon
