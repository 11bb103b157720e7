#include "cli/print.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/error.h"
#include "base/text.h"
#include "cli/paint.h"
#include "cli/private_words.h"
#include "store/file.h"

namespace guerdon {
namespace {

/// The column in code points of a byte column in `line`.
std::size_t column_in(std::string_view line, std::uint32_t byte_column) {
  if (byte_column == 0) return 0;
  return code_points(line.substr(0, std::min<std::size_t>(byte_column - 1, line.size()))) + 1;
}

/// `path:line:col`, as much of it as is known.
std::string place_text(const Diagnostic& finding, Sources& sources) {
  const Place& place = finding.where.place;
  std::string out = sanitized(finding.where.path);
  if (out.empty() || place.line == 0) return out;
  return fmt::format("{}:{}:{}", out, place.line, column_of(finding.where, sources));
}

/// What is shown of a line, fit for a terminal: the marked text and what stands around it.
struct Excerpt {
  std::string before;
  std::string marked;
  std::string after;
};

/// The first or last `most` code points of a text.
std::string_view first_of(std::string_view text, std::size_t most) {
  std::size_t end = 0;
  for (std::size_t count = 0; end < text.size() && count < most; ++count)
    next_code_point(text, end);
  return text.substr(0, end);
}
std::string_view last_of(std::string_view text, std::size_t most) {
  std::size_t begin = text.size();
  for (std::size_t count = 0; begin > 0 && count < most; ++count) {
    do {
      --begin;
    } while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80);
  }
  return text.substr(begin);
}

/// A line of more than 120 code points is shown around its mark.
Excerpt excerpt_of(std::string_view line, std::size_t begin, std::size_t length) {
  constexpr std::size_t widest = 120;
  std::string_view before = line.substr(0, begin);
  std::string_view marked = line.substr(begin, length);
  std::string_view after = line.substr(begin + length);
  if (line.size() > widest && code_points(line) > widest) {
    marked = first_of(marked, widest / 2);
    const std::size_t room = widest - code_points(marked);
    const std::size_t behind = std::min(code_points(after), room / 2);
    before = last_of(before, room - behind);
    after = first_of(line.substr(static_cast<std::size_t>(marked.data() + marked.size() - line.data())),
                     room - code_points(before));
  }
  const bool cut_before = before.data() != line.data();
  const bool cut_after =
      before.size() + marked.size() + after.size() + static_cast<std::size_t>(before.data() - line.data()) <
      line.size();
  return {(cut_before ? "…" : "") + sanitized(before), sanitized(marked), sanitized(after) + (cut_after ? "…" : "")};
}

/// A misspelt key may be that of private words: what stands behind a marked key is not shown.
std::size_t end_of_marked_key(std::string_view line, std::size_t begin, std::size_t length) {
  const std::size_t end = begin + length;
  return length > 0 && end < line.size() && line[end] == ':' ? end + 1 : line.size();
}

Excerpt without_private_words(std::string_view line, std::size_t begin, std::size_t length, std::size_t shown) {
  if (shown >= line.size()) return excerpt_of(line, begin, length);
  if (begin >= shown) return {sanitized(line.substr(0, shown)) + (shown > 0 ? " " : ""), "…", ""};
  Excerpt out = excerpt_of(line.substr(0, shown), begin, std::min(length, shown - begin));
  out.after += " …";
  return out;
}

Ink ink_of(Severity severity) {
  return severity == Severity::error ? Ink::red : severity == Severity::warning ? Ink::yellow : Ink::cyan;
}

std::string caret_lines(const Diagnostic& finding, Sources& sources, bool colour) {
  const Place& place = finding.where.place;
  if (place.line == 0) return {};
  const std::string line = sources.line(finding.where.path, place.line);
  if (line.empty()) return {};
  const std::size_t begin = std::min<std::size_t>(place.column > 0 ? place.column - 1 : 0, line.size());
  const std::size_t length = std::min<std::size_t>(place.length, line.size() - begin);
  std::size_t open = public_length(sources, finding.where.path, place.line);
  if (finding.rule == "format") open = std::min(open, end_of_marked_key(line, begin, length));
  const Excerpt shown = without_private_words(line, begin, length, open);
  const std::string marks(std::max<std::size_t>(1, display_width(shown.marked)), '^');
  return fmt::format("{:5} | {}{}{}\n      | {}{}\n", place.line, shown.before, shown.marked, shown.after,
                     std::string(display_width(shown.before), ' '), painted(marks, ink_of(finding.severity), colour));
}

/// "hint: " before the first line, the others below it.
std::string hint_lines(std::string_view hint, bool colour) {
  std::string out;
  while (!hint.empty()) {
    const std::size_t end = std::min(hint.find('\n'), hint.size());
    out +=
        (out.empty() ? painted("hint:", Ink::cyan, colour) + ' ' : "      ") + std::string(hint.substr(0, end)) + '\n';
    hint.remove_prefix(std::min(end + 1, hint.size()));
  }
  return out;
}

}  // namespace

const Sources::Text& Sources::text(const std::string& path) {
  const auto known = texts_.find(path);
  if (known != texts_.end()) return known->second;
  Text text;
  if (const auto named = named_.find(path); named != named_.end()) {
    text.bytes = named->second;
  } else {
    std::error_code fault;
    const auto file = folder_ / path;
    text.bytes = read_[path] = std::filesystem::is_regular_file(file, fault) ? read_file(file) : std::string();
  }
  if (text.bytes.starts_with("\xEF\xBB\xBF")) text.bytes.remove_prefix(3);
  text.starts.push_back(0);
  for (std::size_t end = text.bytes.find('\n'); end != std::string_view::npos; end = text.bytes.find('\n', end + 1))
    text.starts.push_back(end + 1);
  return texts_.emplace(path, std::move(text)).first->second;
}

std::string Sources::line(const std::string& path, std::uint32_t number) {
  if (path.empty() || number == 0) return {};
  const Text& source = text(path);
  if (number > source.starts.size()) return {};
  std::string_view line = source.bytes.substr(source.starts[number - 1]);
  line = line.substr(0, line.find('\n'));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return find_bad_utf8(line) ? std::string() : std::string(line);
}

std::size_t column_of(const Location& where, Sources& sources) {
  return column_in(sources.line(where.path, where.place.line), where.place.column);
}

std::string print_finding(const Diagnostic& finding, Sources& sources, bool colour) {
  const std::string place = place_text(finding, sources);
  std::string out = place.empty() ? place : painted(place + ':', Ink::bold, colour) + ' ';
  out += painted(fmt::format("{}:", to_string(finding.severity)), ink_of(finding.severity), colour);
  out += ' ' + finding.message;
  if (finding.rule.find('.') != std::string::npos) out += ' ' + painted('[' + finding.rule + ']', Ink::dim, colour);
  out += '\n' + caret_lines(finding, sources, colour) + hint_lines(finding.hint, colour);
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
      one.set("column", column_of(finding.where, sources));
    }
    if (!finding.hint.empty()) one.set("hint", finding.hint);
    out.push_back(std::move(one));
  }
  return out;
}

}  // namespace guerdon
