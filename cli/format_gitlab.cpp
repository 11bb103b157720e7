#include <map>

#include "base/sha256.h"
#include "cli/formats.h"

namespace guerdon {

std::string gitlab_findings(const Diagnostics& findings, Sources& /*sources*/) {
  Json out = Json::array();
  std::map<std::string, int> told;
  for (const Diagnostic& finding : findings.items()) {
    const std::string what = finding.where.path + '\n' + finding.rule + '\n' + finding.message;
    const std::string fingerprint = sha256(what + '\n' + std::to_string(told[what]++));
    const int line = std::max(1, static_cast<int>(finding.where.place.line));
    out.push_back(Json::object(
        {{"description", finding.hint.empty() ? finding.message : finding.message + "\n" + finding.hint},
         {"check_name", finding.rule},
         {"fingerprint", fingerprint},
         {"severity", finding.severity == Severity::error ? "major" : "minor"},
         {"location", Json::object({{"path", finding.where.path}, {"lines", Json::object({{"begin", line}})}})}}));
  }
  return pretty_json(out);
}

}  // namespace guerdon
