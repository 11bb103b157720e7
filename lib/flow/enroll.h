#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/id.h"
#include "model/workspace.h"
#include "model/world.h"
#include "store/file.h"

namespace guerdon {

/// What an enrolment states, by the name of its flag or column ("name", "from", "hours"), each where it was written.
using Arrival = std::map<std::string, Located<std::string>, std::less<>>;

/// The names an arrival may use, in the order in which `--print-header` prints them.
const std::vector<std::string>& arrival_columns();

/// A case that was begun.
struct Enrolled {
  CaseId id;
  PersonId person;
  std::string name;
  std::string path;      ///< of the case file
  bool already = false;  ///< whether the case was there before
};

/// What became of a list of arrivals: every one enrolled, or none. A row of a table that says of whom, where and when
/// what an open case says is enrolled already: so a table whose enrolment was interrupted can be enrolled again.
struct Enrolments {
  std::vector<Enrolled> enrolled;
  Diagnostics findings;
  std::map<std::string, std::string> sources;  ///< texts that findings name and that are no files
};

/// How a list of arrivals is taken.
struct EnrolOptions {
  std::string source;  ///< path of the table; `<enrolment>` for flags
  Date on;             ///< day of enrolment for an arrival that names none
  bool again = false;  ///< whether an arrival equal to an open case is meant
  bool dry_run = false;
};

/// The rows of a table of arrivals. Headers must be `arrival_columns`; an unknown one is reported with the nearest, and
/// there are no rows then. A row that is broken or too long is reported and left out.
std::vector<Arrival> read_arrivals(const std::string& path, std::string_view text, Diagnostics& findings);

/// Begins a case for each arrival, and a person where none is named. Checks every one first; one that is wrong, and
/// nothing is written.
Enrolments enroll(const Root& root, const Workspace& workspace, Date today, const std::vector<Arrival>& arrivals,
                  const EnrolOptions& options, const Random& random);

}  // namespace guerdon
