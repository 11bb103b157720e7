#pragma once

#include "flow/record.h"
#include "model/case.h"
#include "model/scheme.h"

namespace guerdon {

/// Brings an answer to its stored form: skills by id, levels as numbers, a missing `on` as `today`, and in a validation
/// what the self-assessment claims. A skill or level that nobody knows is reported at its place in the answer.
void complete_answer(Answer& answer, std::string_view section, const Case& record, const Scheme& scheme, Date today,
                     Diagnostics& findings);

/// Makes a node that was read ready to be written: a plain word stays plain, and a text's last line end does not count.
void settle(yaml::Node& node);

/// The scheme's empty answer for a section (`answers/<section>.yaml`) with today, the skills, the levels and the claims
/// filled in.
std::string answer_template(std::string text, const Case& record, const Scheme& scheme, Date today);

}  // namespace guerdon
