#include <fmt/format.h>

#include "cli/formats.h"

namespace guerdon {
namespace {

std::string escaped_for_github(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '%':
        out += "%25";
        break;
      case '\r':
        out += "%0D";
        break;
      case '\n':
        out += "%0A";
        break;
      case ':':
        out += property ? "%3A" : ":";
        break;
      case ',':
        out += property ? "%2C" : ",";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace

std::string github_findings(const Diagnostics& findings, Sources& sources) {
  std::string out;
  for (const Diagnostic& finding : findings.items()) {
    const Place& place = finding.where.place;
    out += fmt::format("::{} file={}", finding.severity == Severity::error ? "error" : "warning",
                       escaped_for_github(finding.where.path, true));
    if (place.line > 0) out += fmt::format(",line={},col={}", place.line, column_of(finding.where, sources));
    out += fmt::format(
        ",title={}::{}\n", escaped_for_github(finding.rule, true),
        escaped_for_github(finding.hint.empty() ? finding.message : finding.message + "\n" + finding.hint, false));
  }
  return out;
}

}  // namespace guerdon
