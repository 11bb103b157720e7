#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "process/rule.h"

namespace guerdon {

/// Whom a signer's id means: a member of an organisation's staff, or a tutor. All null when it means nobody.
struct Signer {
  const Organisation* organisation = nullptr;  ///< of the staff; of a tutor the first that she works for
  const Staff* staff = nullptr;
  const Practitioner* tutor = nullptr;
};

/// The organisations for each of which somebody signs the document that is asked for, hosting ones first: those of the
/// placements, or the service centres whose assessments it rests on. None where a tutor signs.
std::vector<Located<std::string>> signing_organisations(const Case& record, const Scheme& scheme,
                                                        const IssueRequest& request);

/// Whom a signer's id means for that document: looked for first in the organisations that sign it, then in those of
/// the placements; among the tutors of the case where a tutor signs.
Signer find_signer(const Case& record, const Scheme& scheme, const World& world, const IssueRequest& request,
                   std::string_view id);

/// The ids of those of an organisation who may sign the document on its day: with the mandate, not the volunteer, and
/// meant by their id.
std::vector<std::string> possible_signers(const Organisation& organisation, const Case& record, const Scheme& scheme,
                                          const World& world, const IssueRequest& request);

/// The tutors of the case who may sign the document of a step, those who accompanied it first; never the volunteer.
std::vector<std::string> signing_tutors(const Case& record, const Scheme& scheme, const World& world,
                                        const IssueRequest& request);

/// Who signs when nobody is named: for each organisation that signs the first of its staff who may, for a statement
/// also the professional; where a tutor signs, the first who may.
std::vector<std::string> usual_signers(const Case& record, const Scheme& scheme, const World& world,
                                       const IssueRequest& request);

}  // namespace guerdon
