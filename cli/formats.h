#pragma once

#include <string>
#include <vector>

#include "cli/print.h"

namespace guerdon {

/// As GitHub workflow commands, one a line.
std::string github_findings(const Diagnostics& findings, Sources& sources);

/// As a GitLab Code Quality report. A finding keeps its fingerprint while others come and go around it.
std::string gitlab_findings(const Diagnostics& findings, Sources& sources);

/// As SARIF 2.1.0, with the rules that were broken.
std::string sarif_findings(const Diagnostics& findings, Sources& sources);

/// As JUnit XML: a test for each of `files`, failed where it has an error.
std::string junit_findings(const Diagnostics& findings, const std::vector<std::string>& files, Sources& sources);

}  // namespace guerdon
