#pragma once

#include "yaml/reader.h"

namespace guerdon {

// Lengths of the texts in records, in code points; the JSON Schemas state the same.
inline constexpr yaml::TextLimit name_limit{150, false, true};  ///< of a person, an organisation, a member of staff
inline constexpr yaml::TextLimit title_limit{120, false,
                                             true};  ///< of a project, a post, a profession, a field of work
inline constexpr yaml::TextLimit task_limit{300, false, true};
inline constexpr yaml::TextLimit statement_limit{4000, true, true};
inline constexpr yaml::TextLimit private_limit{4000, true, false};  ///< reasons, notes, causes, aims
inline constexpr yaml::TextLimit address_limit{60, false, false};   ///< where certificates are verified: a page's foot
inline constexpr yaml::TextLimit line_limit{200, false, false};     ///< everything else that is one line

}  // namespace guerdon
