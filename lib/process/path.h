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
  bool waived = false;      ///< not done, and a waiver stands in for it
  std::optional<Date> due;  ///< the day by which the scheme wants it; empty when it names none
};

/// Where a case stands on the way to its default certificates: those that always are issued, and those whose section is
/// filled. One that the length of the service puts out of reach is not waited for: a stay of six weeks leads to
/// participation alone.
struct Progress {
  std::vector<Step> steps;          ///< the sections that have a command and count on the path, in the scheme's order
  std::vector<std::string> issued;  ///< kinds of certificate issued
  std::optional<Step> next;         ///< the open step that is due first
  bool ready = false;               ///< nothing open but to issue, and the last day of service is there if it must be
  bool complete = false;            ///< every default certificate is issued, and there is one; or the person was erased
  bool left = false;                ///< the path was left, or formal assessment not chosen: nothing is waited for
  bool document_due = false;        ///< of a path that was left: the document of the exit is not issued yet
  bool out_of_reach = false;        ///< the service is too short for any
  /// Of a path that is complete: the command of a last step with a document of its own, or `issue` once it is recorded;
  /// empty when there is none. It is offered, not waited for.
  std::string further;
};

/// Whether the person of the case was erased, as the tombstone of a certificate says: nothing more is done or issued.
bool has_lost_its_person(const Case& record, const World& world);

Progress progress_of(const Case& record, const Scheme& scheme, const World& world);

/// The whole command that takes the next step, "guerdon midterm 2026-7kq3h2xd --by ID --skill SKILL"; empty when
/// nothing may follow.
std::string next_command(const Case& record, const Progress& progress);

}  // namespace guerdon
