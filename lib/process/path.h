#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/case.h"
#include "model/scheme.h"
#include "model/world.h"

namespace guerdon {

/// One step of the path, as far as this case is on it.
struct Step {
  std::string section;  ///< "midterm"
  std::string command;  ///< "midterm"
  bool done = false;
  std::optional<Date> due;  ///< the day by which the scheme wants it; empty when it names none
};

/// Where a case stands.
struct Progress {
  std::vector<Step> steps;          ///< the sections that have a command and count on the path, in the scheme's order
  std::vector<std::string> issued;  ///< kinds of certificate issued
  std::optional<Step> next;         ///< the first open step that can be taken now
  bool ready = false;               ///< nothing open but to issue
  bool complete = false;            ///< every default certificate is issued
};

Progress progress_of(const Case& record, const Scheme& scheme, const World& world);

/// The whole command that takes the next step, "guerdon midterm 2026-7kq3h2xd --by ID --skill SKILL"; empty when
/// complete.
std::string next_command(const Case& record, const Progress& progress);

}  // namespace guerdon
