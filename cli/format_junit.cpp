#include <fmt/format.h>

#include <map>
#include <set>

#include "base/text.h"
#include "cli/formats.h"

namespace guerdon {
namespace {

/// Fit for an attribute or a text of XML.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string failure_text(const Diagnostic& finding, Sources& sources) {
  const std::string text = print_finding(finding, sources);
  return fmt::format("      <failure type=\"{}\" message=\"{}\">{}</failure>\n", escaped(sanitized(finding.rule)),
                     escaped(sanitized(finding.message)), escaped(text));
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
    out += fmt::format("    <testcase classname=\"guerdon\" name=\"{}\">\n", escaped(sanitized(path)));
    out += failures[path];
    if (!warnings[path].empty()) out += fmt::format("      <system-out>{}</system-out>\n", escaped(warnings[path]));
    out += "    </testcase>\n";
  }
  return out + "  </testsuite>\n</testsuites>\n";
}

}  // namespace guerdon
