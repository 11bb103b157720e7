#include "cli/print.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "store/file.h"

namespace guerdon {
namespace {

/// The column in code points of a byte column in `line`.
std::size_t column_of(std::string_view line, std::uint32_t byte_column) {
  if (byte_column == 0) return 0;
  return code_points(line.substr(0, std::min<std::size_t>(byte_column - 1, line.size()))) + 1;
}

/// `path:line:col`, as much of it as is known.
std::string place_text(const Diagnostic& finding, Sources& sources) {
  const Place& place = finding.where.place;
  std::string out = sanitized(finding.where.path);
  if (out.empty() || place.line == 0) return out;
  return fmt::format("{}:{}:{}", out, place.line,
                     column_of(sources.line(finding.where.path, place.line), place.column));
}

std::string caret_lines(const Diagnostic& finding, Sources& sources) {
  const Place& place = finding.where.place;
  if (place.line == 0) return {};
  const std::string line = sources.line(finding.where.path, place.line);
  if (line.empty()) return {};
  const std::size_t begin = std::min<std::size_t>(place.column > 0 ? place.column - 1 : 0, line.size());
  const std::size_t length = std::min<std::size_t>(place.length, line.size() - begin);
  const std::string marks(std::max<std::size_t>(1, display_width(line.substr(begin, length))), '^');
  return fmt::format("{:5} | {}\n      | {}{}\n", place.line, sanitized(line),
                     std::string(display_width(line.substr(0, begin)), ' '), marks);
}

/// "hint: " before the first line, the others below it.
std::string hint_lines(std::string_view hint) {
  std::string out;
  while (!hint.empty()) {
    const std::size_t end = std::min(hint.find('\n'), hint.size());
    out += (out.empty() ? "hint: " : "      ") + std::string(hint.substr(0, end)) + '\n';
    hint.remove_prefix(std::min(end + 1, hint.size()));
  }
  return out;
}

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

std::string Sources::line(const std::string& path, std::uint32_t number) {
  if (path.empty() || number == 0) return {};
  const std::string* text = nullptr;
  if (const auto named = named_.find(path); named != named_.end()) {
    text = &named->second;
  } else {
    auto read = read_.find(path);
    if (read == read_.end()) {
      std::error_code fault;
      const auto file = folder_ / path;
      read = read_.emplace(path, std::filesystem::is_regular_file(file, fault) ? read_file(file) : std::string()).first;
    }
    text = &read->second;
  }
  std::string_view rest = *text;
  for (std::uint32_t at = 1; at < number; ++at) {
    const std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    rest.remove_prefix(end + 1);
  }
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return find_bad_utf8(rest) ? std::string() : std::string(rest);
}

std::string print_finding(const Diagnostic& finding, Sources& sources) {
  std::string out = place_text(finding, sources);
  if (!out.empty()) out += ": ";
  out += fmt::format("{}: {}", to_string(finding.severity), finding.message);
  if (finding.rule.find('.') != std::string::npos) out += fmt::format(" [{}]", finding.rule);
  out += '\n' + caret_lines(finding, sources) + hint_lines(finding.hint);
  return out;
}

std::string count_findings(const Diagnostics& findings) {
  const std::size_t errors = findings.count(Severity::error);
  const std::size_t warnings = findings.count(Severity::warning);
  if (errors == 0 && warnings == 0) return {};
  if (warnings == 0) return counted(errors, "error");
  if (errors == 0) return counted(warnings, "warning");
  return counted(errors, "error") + ", " + counted(warnings, "warning");
}

Json findings_json(const Diagnostics& findings, Sources& sources) {
  Json out = Json::array();
  for (const Diagnostic& finding : findings.items()) {
    Json one =
        Json::object({{"severity", to_string(finding.severity)}, {"rule", finding.rule}, {"message", finding.message}});
    if (!finding.where.path.empty()) one.set("path", finding.where.path);
    const Place& place = finding.where.place;
    if (place.line > 0) {
      one.set("line", static_cast<int>(place.line));
      one.set("column", column_of(sources.line(finding.where.path, place.line), place.column));
    }
    if (!finding.hint.empty()) one.set("hint", finding.hint);
    out.push_back(std::move(one));
  }
  return out;
}

std::string github_findings(const Diagnostics& findings, Sources& sources) {
  std::string out;
  for (const Diagnostic& finding : findings.items()) {
    const Place& place = finding.where.place;
    out += fmt::format("::{} file={}", finding.severity == Severity::error ? "error" : "warning",
                       escaped_for_github(finding.where.path, true));
    if (place.line > 0)
      out += fmt::format(",line={},col={}", place.line,
                         column_of(sources.line(finding.where.path, place.line), place.column));
    out += fmt::format(
        ",title={}::{}\n", escaped_for_github(finding.rule, true),
        escaped_for_github(finding.hint.empty() ? finding.message : finding.message + "\n" + finding.hint, false));
  }
  return out;
}

}  // namespace guerdon
