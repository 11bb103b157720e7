#pragma once

#include <string>

#include "flow/enroll.h"

namespace guerdon {

/// The files of one enrolment, not written yet.
struct NewRecords {
  CaseId case_id;
  PersonId person_id;
  std::string person_name;
  std::string case_path;
  std::string case_text;
  std::string person_path;
  std::string person_text;  ///< empty when the person is on record already
  Diagnostics findings;     ///< what is missing or unknown, at the case's path
};

/// The case file of an arrival, and the person's unless the arrival names one. Ids that exist already are not given
/// again.
NewRecords make_records(const Arrival& arrival, const Workspace& workspace, const World& world, Date on,
                        const Random& random);

/// What the readers and the rules have to say of these files, at their paths. The person joins `world`.
Diagnostics findings_of(const NewRecords& made, World& world);

/// The column of an arrival that a place in one of its new files was filled from; "" where it was none.
std::string column_at(const NewRecords& made, const Location& where);

/// The id of the scheme that `name` names: an id of the workspace, or what all versions of one are called, which is the
/// newest. `name` itself when there is none.
std::string scheme_id(const std::string& name, const World& world);

/// A case file's text: header, enrolment, placement, and the banners of all sections that the scheme lists.
std::string case_text(const CaseId& id, const PersonId& person, const Scheme& scheme,
                      const std::string& enrolment_and_placement);

}  // namespace guerdon
