#pragma once

#include <string_view>
#include <vector>

#include "process/rule.h"

namespace guerdon {

/// What judging brought to light.
struct Verdict {
  Diagnostics findings;             ///< sorted; waived breaches are not in it
  std::vector<const Waiver*> used;  ///< waivers that held a breach back
};

/// The always rules and the rules of the steps that are recorded: what `check` reports.
Verdict judge_record(const Case& record, const Scheme& scheme, const World& world);

/// The gates of one certificate, with the always and step rules that it rests on.
Verdict judge_issue(const Case& record, const Scheme& scheme, const World& world, const IssueRequest& request);

/// The gates of one certificate alone.
Verdict judge_gates(const Case& record, const Scheme& scheme, const World& world, const IssueRequest& request);

}  // namespace guerdon
