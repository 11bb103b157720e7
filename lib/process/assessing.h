#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "process/rule.h"

namespace guerdon {

/// A practitioner whom the case names, in the role and on the day in which she acted.
struct Acting {
  Located<std::string> practitioner;
  std::string_view role;     ///< tutor, assessor
  std::string_view section;  ///< in which she is named
  Date on;
};

/// Those who accompanied the candidate: at awareness, identification, the checklist and looking ahead.
std::vector<Acting> tutors_of(const Case& record);

/// Those who assessed, of each assessment in turn.
std::vector<Acting> assessors_of(const Case& record);

/// The competences that an experience of the portfolio tells of and for which it has less than `least` pieces of
/// evidence, in the order in which they are told.
std::vector<std::string> competences_to_show(const Case& record, int least);

/// What was judged of a competence, and in which assessment.
struct HeldResult {
  const Assessment* assessment = nullptr;
  const Assessment::Result* result = nullptr;
};

/// The result that holds for each competence on a day: that of the last assessment until then that judged it. In the
/// order in which the competences were first judged.
std::vector<HeldResult> results_that_hold(const Case& record, const Today& day);

/// The reached results that hold on the day of a request, for the competence that it names or for each.
std::vector<HeldResult> results_asked_for(const Case& record, const IssueRequest& request);

/// Those that hold on the issue date and that the certificate asked for would state; what was not reached is not.
std::vector<HeldResult> results_to_certify(const Inquiry& inquiry);

/// Whether the result says that the competence was reached.
bool is_reached(const Assessment::Result& result);

/// Whether two practitioners' ids mean one person: by id, then by person id, then by name where one of them has none.
bool is_one_person(const World& world, std::string_view one, std::string_view other);

/// Whether one of the spans holds on a day.
bool holds_on(const std::vector<Span>& spans, Date day);

/// What is wrong with the centre that awarded a badge, on the badge's first day: a clause that follows "the badge", as
/// "was awarded by orto-sociale, which was no service centre on 2024-12-01: none is on record". Empty when nothing is.
std::string centre_fault(const Practitioner::Badge& badge, const World& world);

/// Why none of the spans holds on a day: "it ended on 2026-05-31", "it begins on 2026-09-01", "none is on record".
std::string why_not_on(const std::vector<Span>& spans, Date day);

}  // namespace guerdon
