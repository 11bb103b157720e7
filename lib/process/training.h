#pragma once

#include <string>
#include <vector>

#include "model/practitioner.h"
#include "model/scheme.h"

namespace guerdon {

/// What a badge lacks of the training that it rests on, as `setting` (of the rule training.complete) asks for it: each
/// a clause that follows "the badge", as "rests on no training". Empty when it lacks nothing, and for a badge without a
/// first day, which was reported.
std::vector<std::string> training_faults(const Practitioner& practitioner, const Practitioner::Badge& badge,
                                         const RuleSetting& setting);

/// The modules whose final test was passed by the day that the badge begins, each counted once.
int modules_passed(const Practitioner::Training& training, Date by);

}  // namespace guerdon
