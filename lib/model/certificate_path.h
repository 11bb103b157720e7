#pragma once

#include <string>

#include "model/certificate.h"
#include "model/json_members.h"

namespace guerdon {

// The facts of a validation path in a certificate: what was assessed, documented, planned. Each member is written only
// when it holds something, so that facts of other certificates keep their digest.

/// Adds what was found of one skill to its object.
void add_result(const Certificate::Skill& skill, Json& object);

/// Adds the members of the path to the facts.
void add_path(const Certificate& certificate, Json& facts);

/// Reads what `add_result` wrote.
void read_result(Members& members, const std::string& path, Diagnostics& findings, Certificate::Skill& skill);

/// Reads what `add_path` wrote.
void read_path(Members& all, const std::string& path, Diagnostics& findings, Certificate& certificate);

}  // namespace guerdon
