#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/diagnostic.h"
#include "store/file.h"

namespace guerdon {

/// A case on a path with a formal assessment, as a service centre looks at it.
struct Candidate {
  std::string case_id;
  std::string name;
  std::string scheme;
  std::string centre;                  ///< of her last assessment, else of her tutor's badge; an id, or empty
  std::vector<std::string> tutors;     ///< ids, each once, in the order in which they acted
  std::vector<std::string> assessors;  ///< likewise
  std::string next;       ///< the section of the next step; "issue" when ready; empty when nothing is waited for
  std::string state;      ///< where no step is next, why: "issued", "left", "too short", "waiting" for the last day
  bool in_hand = true;    ///< neither issued nor left nor too short
  std::string waits_for;  ///< "candidate", "tutor", "assessor", "centre"; empty with `next`
  std::string who;        ///< the id of that tutor or centre, where the records name one
};

/// A tutor or assessor.
struct RosterPractitioner {
  std::string id;
  std::string name;
  bool certified = false;  ///< whether a badge of the role holds today
  std::string badge;       ///< "until 2028-05-31", "open-ended", "it ended on 2026-05-31", "none is on record"
  std::vector<std::string> centres;  ///< ids of those that awarded her badges of the role
  std::vector<std::string> cases;    ///< in hand: hers, and not yet issued or left
  std::vector<std::string> waiting;  ///< those of them whose next step is hers
};

struct RosterCentre {
  std::string id;
  std::string name;
  std::string level;                ///< of the memorandum that holds today; empty when none does
  std::string memorandum;           ///< as a badge
  std::vector<std::string> tutors;  ///< ids of practitioners with a badge of this centre that holds today
  std::vector<std::string> assessors;
  std::vector<std::string> cases;    ///< in hand
  std::vector<std::string> waiting;  ///< those of them that wait for it to issue
};

/// Who of a validation system has what in hand, and who waits for whom.
struct Roster {
  std::vector<Candidate> candidates;       ///< those that wait first, then by case id
  std::vector<RosterPractitioner> tutors;  ///< whoever has a badge of the role or acted in it, by id
  std::vector<RosterPractitioner> assessors;
  std::vector<RosterCentre> centres;
  Diagnostics findings;  ///< of cases that cannot be read
};

/// The roster on `today`, of all schemes that have assessments; with `centre`, what belongs to that one alone.
Roster roster_of(const Root& root, Date today, const std::string& centre = {});

}  // namespace guerdon
