#include <fmt/format.h>

#include <map>
#include <set>

#include "base/text.h"
#include "base/xml.h"
#include "cli/formats.h"

namespace guerdon {
namespace {

std::string failure_text(const Diagnostic& finding, Sources& sources) {
  const std::string text = print_finding(finding, sources);
  return fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", xml_text(sanitized(finding.rule)),
                     xml_text(sanitized(finding.message)), xml_text(text));
}

}  // namespace

std::string junit_findings(const Diagnostics& findings, const std::vector<std::string>& files, Sources& sources) {
  std::map<std::string, std::string> failures;
  std::map<std::string, std::string> warnings;
  std::set<std::string> tests(files.begin(), files.end());
  for (const Diagnostic& finding : findings.items()) {
    tests.insert(finding.where.path);
    if (finding.severity == Severity::error) {
      failures[finding.where.path] += failure_text(finding, sources);
    } else {
      warnings[finding.where.path] += print_finding(finding, sources);
    }
  }
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>\n  <testsuite name=\"guerdon check\" tests=\"{}\" "
      "failures=\"{}\" errors=\"0\" skipped=\"0\">\n",
      tests.size(), failures.size());
  for (const std::string& path : tests) {
    out += fmt::format("    <testcase classname=\"guerdon\" name=\"{}\">\n", xml_text(sanitized(path)));
    out += failures[path];
    if (!warnings[path].empty()) out += fmt::format("      <system-out>{}</system-out>\n", xml_text(warnings[path]));
    out += "    </testcase>\n";
  }
  return out + "  </testsuite>\n</testsuites>\n";
}

}  // namespace guerdon
