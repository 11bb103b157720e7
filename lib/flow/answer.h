#pragma once

#include "flow/record.h"
#include "model/case.h"
#include "model/scheme.h"

namespace guerdon {

/// Brings an answer to its stored form: skills and competences by id, levels as numbers, outcomes as ids, a missing
/// `on` as `today`, and in a validation what the self-assessment claims. What nobody knows is reported at its place in
/// the answer. `section` is the list inside one, such as `evidence`, where the answer is an item of that. An answer
/// that `extends` a section adds keys to a block that has its date.
void complete_answer(Answer& answer, std::string_view section, const Case& record, const Scheme& scheme, Date today,
                     Diagnostics& findings, bool extends = false);

/// Makes a node that was read ready to be written: a plain word stays plain, and a text's last line end does not count.
void settle(yaml::Node& node);

/// The scheme's empty answer for a section (`answers/<section>.yaml`) with its holes filled in: today, and what the
/// scheme and the case know of skills, levels, claims, criteria, the checklist. docs/scheme-format.md lists the holes.
std::string answer_template(std::string text, const Case& record, const Scheme& scheme, Date today);

}  // namespace guerdon
