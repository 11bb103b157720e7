#pragma once

#include <string>
#include <string_view>

#include "model/case.h"

namespace guerdon {

/// The whole command that takes a step of a case, with what is known of it filled in:
/// "guerdon midterm 2026-7kq3h2xd --by luca-bianchi --skill SKILL…". `command` is a scheme's word for the step
/// ("midterm").
std::string step_command(const Case& record, std::string_view command);

}  // namespace guerdon
