#pragma once

#include <string>
#include <string_view>

#include "model/case.h"
#include "model/scheme.h"

namespace guerdon {

/// The whole command that takes a step of a case, with what is known of it filled in:
/// "guerdon midterm 2026-7kq3h2xd --by luca-bianchi --skill SKILL…". `command` is a scheme's word for the step
/// ("midterm", "step awareness").
std::string step_command(const Case& record, std::string_view command);

/// How a section of a case is filled, for a hint: its command, or "record it under `choice:`" where the scheme names
/// none.
std::string way_to_record(const Case& record, const Scheme& scheme, std::string_view section);

}  // namespace guerdon
