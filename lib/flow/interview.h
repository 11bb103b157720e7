#pragma once

#include <optional>
#include <string>
#include <vector>

#include "flow/enroll.h"

namespace guerdon {

/// What an answer may be, where the records know it.
struct KnownAnswer {
  std::string id;
  std::string meaning;  ///< "Orto Sociale, Torino"
};

/// What is asked of somebody who enrols a volunteer without saying everything.
struct EnrolmentQuestion {
  bool needed = false;  ///< an empty answer is none
  bool yes_or_no = false;
  std::vector<KnownAnswer> choices;  ///< empty where any text may be the answer
};

/// Whom the answers are shown to: what an enrolment on that day is judged by.
struct EnrolmentDesk {
  const Workspace& workspace;
  World& world;
  Date on;
  const Random& random;
};

/// Whether an arrival lacks a column that there is no enrolment without.
bool is_missing(std::string_view column, const Arrival& arrival);

/// What to ask about a column; empty where the arrival says it, or it follows from the records or from what the
/// arrival says. Coordinators follow from the organisation: they are asked after it, being of age after the birth date.
std::optional<EnrolmentQuestion> question_for(std::string_view column, const Arrival& arrival,
                                              const EnrolmentDesk& desk);

/// An answer as the column holds it: without spaces around it, a choice that is called by its name as its id, a yes as
/// "true". Empty when it says nothing.
std::string settled(const EnrolmentQuestion& question, std::string_view answer);

/// The errors in what an arrival says in one column, as the readers and rules find them in the files that it would
/// make, without a place. What other columns lack is passed over.
Diagnostics faults_of(std::string_view column, const Arrival& arrival, const EnrolmentDesk& desk);

}  // namespace guerdon
